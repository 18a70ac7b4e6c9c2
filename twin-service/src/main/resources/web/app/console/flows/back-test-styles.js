// Apart from the element for its length.
import { css } from 'lit';

export const backTestStyles = css`
  .row > st-device-input.field {
    flex: 2 1 260px;
  }
  .run {
    align-items: center;
  }
`;
