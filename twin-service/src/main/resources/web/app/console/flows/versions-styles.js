// Apart from the element for its length.
import { css } from 'lit';

export const versionsStyles = css`
  .both {
    display: grid;
    grid-template-columns: minmax(220px, 320px) minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  ol {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 8px;
    list-style: none;
  }
  li button {
    display: grid;
    width: 100%;
    min-height: 52px;
    padding: 6px 12px;
    border-color: transparent;
    background: transparent;
    text-align: start;
  }
  li [aria-pressed='true'] {
    background: var(--raised);
    border-color: var(--accent);
  }
  code {
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  del {
    color: var(--bad);
  }
  ins {
    color: var(--good);
    text-decoration: none;
  }
  td:first-child code {
    white-space: nowrap;
  }
  .head {
    padding: 14px 16px 0;
  }
  @media (max-width: 719px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
