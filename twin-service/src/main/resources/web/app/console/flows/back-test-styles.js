// Apart from the element for its length.
import { css } from 'lit';

export const backTestStyles = css`
  .row > st-device-input.field {
    flex: 2 1 260px;
  }
  .run {
    align-items: center;
  }
  .results {
    display: grid;
    gap: 16px;
    margin-top: 16px;
  }
  .results > table {
    margin: 0 -16px;
    width: calc(100% + 32px);
  }
  td small {
    display: block;
  }
  code {
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .chip.missed {
    background: var(--bad-ground);
    color: var(--bad);
  }
  .chip.added {
    background: var(--notice-ground);
    color: var(--notice);
  }
`;
