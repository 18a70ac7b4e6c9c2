// Rows of one height, so that the place of each is known without drawing it.
import { css } from 'lit';

export const listStyles = css`
  .rows {
    --row: 44px;
    --columns: 40px minmax(160px, 2fr) minmax(110px, 1fr) minmax(120px, 1fr) minmax(110px, 1fr) minmax(110px, 1fr);
    height: max(320px, calc(100dvh - 310px));
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0;
    font-size: 0.9375rem;
  }
  .space {
    position: relative;
    height: var(--space, 0);
  }
  .drawn {
    position: absolute;
    inset: 0 0 auto;
    transform: translateY(var(--above, 0));
  }
  .row {
    display: grid;
    grid-template-columns: var(--columns);
    align-items: center;
    gap: 12px;
    height: var(--row);
    padding: 0 14px;
    border-bottom: 1px solid var(--line);
  }
  .row:hover {
    background: var(--raised);
  }
  .row > * {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row.top {
    position: sticky;
    top: 0;
    z-index: 2;
    height: 40px;
    background: var(--card);
    color: var(--ink-soft);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .row a {
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  .row a:hover {
    color: var(--accent);
  }
  .row input {
    display: block;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--accent);
  }
  .off {
    color: var(--bad);
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .waiting {
    width: 60%;
    height: 10px;
    border-radius: 999px;
    background: var(--line);
  }
  @media (max-width: 859px) {
    .rows {
      --row: 56px;
      --columns: 32px minmax(0, 1fr) auto;
    }
    .row > :nth-child(n + 4) {
      display: none;
    }
    .bar .field {
      flex-basis: 100%;
      max-width: none;
    }
  }
`;
