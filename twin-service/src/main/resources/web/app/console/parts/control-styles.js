// Buttons, inputs and choices, closer together than in the panel.
import { css } from 'lit';

export const controlStyles = css`
  a.button,
  button {
    min-height: 40px;
    padding: 0 16px;
    border-radius: 10px;
    font-size: 0.9375rem;
  }
  button.icon {
    min-width: 40px;
    border-radius: 999px;
    padding: 0;
  }
  a.button {
    display: inline-flex;
    align-items: center;
    border: 1px solid transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 500;
    text-decoration: none;
  }
  button.quiet {
    border-color: transparent;
    background: transparent;
    color: var(--accent);
    padding: 0 10px;
  }
  button.danger {
    border-color: var(--bad);
    color: var(--bad);
  }
  label,
  legend {
    font-size: 0.875rem;
    padding: 0;
  }
  input:not([type='checkbox'], [type='radio']),
  select,
  textarea {
    min-height: 40px;
    padding: 6px 10px;
    border-radius: 10px;
    font-size: 0.9375rem;
  }
  .segments {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .segments > div {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 3px;
    border-radius: 12px;
    background: var(--raised);
    border: 1px solid var(--line);
  }
  .segments legend + div {
    margin-top: 4px;
  }
  .segments legend.visually-hidden + div {
    margin-top: 0;
  }
  .segments input {
    position: absolute;
    opacity: 0;
    width: 1px;
    height: 1px;
    pointer-events: none;
  }
  .segments label {
    position: relative;
    font-weight: 500;
    cursor: pointer;
  }
  .segments span {
    display: grid;
    place-items: center;
    min-height: 32px;
    padding: 0 12px;
    border-radius: 9px;
    color: var(--ink-soft);
    white-space: nowrap;
  }
  .segments :checked + span {
    background: var(--card);
    color: var(--ink);
    box-shadow: 0 1px 3px var(--shadow);
  }
  .segments.days :checked + span,
  .segments :checked + .on {
    background: var(--accent);
    color: var(--on-accent);
  }
  .segments :checked + .shadow {
    background: var(--notice-ground);
    color: var(--notice);
  }
  .segments :focus-visible + span {
    outline: 3px solid var(--accent);
    outline-offset: 1px;
  }
  .segments.days span {
    padding: 0 9px;
  }
  .tick {
    display: flex;
    align-items: start;
    gap: 10px;
    min-height: 32px;
    font-weight: 500;
    cursor: pointer;
  }
  .tick input {
    flex: none;
    margin: 1px 0 0;
    width: 20px;
    height: 20px;
  }
  .tick small {
    display: block;
    font-size: 0.8125rem;
    font-weight: 400;
  }
  .duration {
    display: grid;
    grid-template-columns: minmax(64px, 1fr) minmax(88px, auto);
    gap: 6px;
  }
  @media (pointer: coarse) {
    a.button,
    button,
    input:not([type='checkbox'], [type='radio']),
    select,
    .segments span {
      min-height: 44px;
    }
  }
`;
