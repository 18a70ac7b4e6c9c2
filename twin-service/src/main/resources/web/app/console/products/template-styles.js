// Apart from the element for its length.
import { css } from 'lit';

export const templateStyles = css`
  h2 {
    margin: 20px 0 10px;
  }
  .save .field {
    flex: 1 1 180px;
    max-width: 320px;
  }
  .save input {
    margin: 0;
  }
`;
