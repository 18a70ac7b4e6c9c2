// What the cards of the settings look like.
import { css } from 'lit';

export const settingsStyles = css`
  form,
  section {
    padding: 18px 18px 20px;
  }
  h2 {
    margin-bottom: 12px;
    font-size: 1.0625rem;
    font-weight: 650;
  }
  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(130px, 100%), 1fr));
    gap: 12px;
  }
  st-choice + .row {
    margin-top: 14px;
  }
  .row > .field + .field {
    margin-top: 0;
  }
  .field + .row,
  .row + .field {
    margin-top: 14px;
  }
  .row + .soft {
    margin-top: 8px;
  }
  .done {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px;
    margin-top: 16px;
  }
  .error {
    margin-top: 12px;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 6px 16px;
    margin: 0;
  }
  dt {
    color: var(--ink-soft);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    text-align: right;
  }
  section form {
    padding: 0;
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
  }
  .remove {
    color: var(--bad);
  }
`;
