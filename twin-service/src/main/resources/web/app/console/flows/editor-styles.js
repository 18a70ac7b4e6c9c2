// Apart from the element for its length.
import { css } from 'lit';

export const editorStyles = css`
  .mode {
    margin: -10px 0 14px;
  }
  .bad {
    color: var(--bad);
    font-weight: 600;
  }
  .tabs {
    display: flex;
    gap: 4px;
    margin-bottom: 16px;
    border-bottom: 1px solid var(--line);
    overflow-x: auto;
  }
  .tabs a {
    padding: 10px 14px;
    border-bottom: 2px solid transparent;
    color: var(--ink-soft);
    font-size: 0.9375rem;
    font-weight: 600;
    text-decoration: none;
    white-space: nowrap;
  }
  .tabs [aria-current] {
    border-color: var(--accent);
    color: var(--ink);
  }
  [aria-pressed='true'] {
    border-color: var(--accent);
    color: var(--accent);
  }
  .desk.both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(300px, 420px);
    gap: 20px;
    align-items: start;
  }
  .desk.both .flow {
    grid-template-columns: minmax(0, 1fr);
  }
  .desk.both .column > h2 + .card::after,
  .desk.both .column > h2 + .card::before {
    content: none;
  }
  st-flow-json {
    position: sticky;
    top: 12px;
  }
  st-flow-try {
    margin-top: 20px;
  }
  .save {
    margin-left: auto;
    width: fit-content;
    min-width: min(100%, 460px);
  }
  @media (max-width: 879px) {
    .desk.both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
