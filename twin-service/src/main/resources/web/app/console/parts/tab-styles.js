// Pages of one thing, side by side.
import { css } from 'lit';

export const tabStyles = css`
  .tabs {
    display: flex;
    gap: 4px;
    margin: 8px 0 16px;
    overflow-x: auto;
    border-bottom: 1px solid var(--line);
    scrollbar-width: none;
  }
  .tabs a {
    flex: none;
    padding: 10px 12px;
    border-bottom: 3px solid transparent;
    color: var(--ink-soft);
    font-size: 0.9375rem;
    font-weight: 600;
    text-decoration: none;
  }
  .tabs a:focus-visible {
    outline-offset: -3px;
  }
  .tabs [aria-current] {
    border-color: var(--accent);
    color: var(--ink);
  }
`;
