// Apart from the element for its length.
import { css } from 'lit';

export const editorStyles = css`
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.2fr);
    gap: 16px;
    align-items: start;
  }
  .save {
    grid-column: 1 / -1;
    justify-self: end;
  }
  .action {
    display: grid;
    gap: 10px;
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--raised);
  }
  .row .drop {
    margin-top: 25px;
  }
  st-firings {
    margin-top: 20px;
  }
  @media (max-width: 859px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
