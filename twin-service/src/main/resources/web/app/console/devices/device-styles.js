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
  .error {
    margin-bottom: 12px;
  }
`;
