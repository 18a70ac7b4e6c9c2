// What the sections of rules look like together: heads, bars, chips, badges, choices.
import { css } from 'lit';

export const partStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-bottom: 16px;
  }
  .head h1 {
    margin-right: auto;
    font-size: 1.375rem;
    font-weight: 700;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 650;
  }
  h3 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 32px;
    font-size: 0.875rem;
    text-decoration: none;
  }
  .back svg {
    width: 18px;
    height: 18px;
  }
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
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
    margin-bottom: 16px;
  }
  .bar .field {
    flex: 1 1 150px;
    max-width: 240px;
    margin: 0;
  }
  .field + .field,
  .row .field {
    margin-top: 0;
  }
  .form {
    display: grid;
    gap: 14px;
  }
  .form > button {
    justify-self: start;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 12px;
  }
  .row > .field {
    flex: 1 1 140px;
    min-width: 0;
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
  .card {
    padding: 16px;
    border-radius: 16px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-height: 28px;
    padding: 0 10px;
    border-radius: 999px;
    background: var(--raised);
    font-size: 0.875rem;
  }
  .chip button {
    display: grid;
    place-items: center;
    min-height: 28px;
    width: 28px;
    margin-right: -8px;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: transparent;
  }
  .chip svg {
    width: 14px;
    height: 14px;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .badge i {
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: var(--edge);
  }
  .badge.critical {
    color: var(--bad);
    font-weight: 600;
  }
  .badge.critical i,
  .badge.dead i,
  .badge.never i {
    border-radius: 2px;
    background: var(--bad);
  }
  .badge.warning i,
  .badge.shadow i,
  .badge.later i {
    background: var(--notice);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
    border-radius: 0;
  }
  .badge.on i,
  .badge.accepted i,
  .badge.good i {
    background: var(--good);
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
  .empty {
    padding: 40px 20px;
    text-align: center;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .save {
    position: sticky;
    bottom: 12px;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-top: 16px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--card);
    box-shadow: 0 8px 28px var(--shadow);
  }
  .save > :first-child {
    margin-right: auto;
  }
  .save > :empty {
    display: none;
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
