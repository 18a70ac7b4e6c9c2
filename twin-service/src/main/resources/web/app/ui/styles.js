// What several elements look like.
import { css } from 'lit';

export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  p {
    margin: 0;
  }
  a {
    color: var(--accent);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 3px;
  }
  :focus:not(:focus-visible) {
    outline: none;
  }
  .card {
    background: var(--card);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    box-shadow: 0 1px 2px var(--shadow);
  }
  .soft {
    color: var(--ink-soft);
    font-size: 0.875rem;
  }
  .error {
    padding: 10px 14px;
    border-radius: var(--radius-small);
    background: var(--bad-ground);
    color: var(--bad);
    font-size: 0.9375rem;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const buttons = css`
  button {
    min-height: var(--touch);
    padding: 0 18px;
    border: 1px solid var(--edge);
    border-radius: 999px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
    font-weight: 500;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  button:disabled {
    color: var(--ink-soft);
    border-color: var(--line);
    cursor: default;
  }
  button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  button.icon,
  a.icon {
    display: inline-grid;
    place-items: center;
    min-width: var(--touch);
    min-height: var(--touch);
    padding: 0;
    border-color: transparent;
    border-radius: 999px;
    background: transparent;
    color: var(--ink);
  }
  button.icon:disabled {
    opacity: 0.35;
  }
  button.danger {
    border-color: transparent;
    background: var(--bad);
    color: var(--card);
  }
  @media (hover: hover) {
    button:hover:not(:disabled),
    a.icon:hover {
      background: var(--raised);
    }
    button.primary:hover:not(:disabled) {
      background: color-mix(in oklab, var(--accent), var(--ink) 12%);
    }
    button.danger:hover:not(:disabled) {
      background: color-mix(in oklab, var(--bad), var(--ink) 12%);
    }
  }
`;
