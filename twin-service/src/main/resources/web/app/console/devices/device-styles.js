// Apart from the element for its length.
import { css } from 'lit';

export const deviceStyles = css`
  .head {
    margin-bottom: 2px;
  }
  .head a {
    font-size: 0.9375rem;
  }
  .off {
    color: var(--bad);
    font-size: 0.875rem;
    font-weight: 600;
  }
  .tabs {
    display: flex;
    gap: 4px;
    margin: 12px 0 16px;
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
  .error {
    margin-bottom: 12px;
  }
`;
