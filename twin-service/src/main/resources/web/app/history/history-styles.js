// Apart from the element for its length.
import { css } from 'lit';

export const historyStyles = css`
  :host {
    display: grid;
    gap: 12px;
  }
  .card {
    padding: 12px 16px 16px;
    min-width: 0;
  }
  .span {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 4px;
    min-height: var(--touch);
    margin: 0 -8px;
  }
  .span h2 {
    flex: 1;
    font-size: 1rem;
    font-weight: 600;
    text-align: center;
  }
`;
