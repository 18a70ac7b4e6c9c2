// Apart from the element for its length.
import { css } from 'lit';

export const tryStyles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
    gap: 24px;
    margin-top: 14px;
  }
  .steps {
    display: grid;
    gap: 14px;
    align-content: start;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps li + li {
    padding-top: 14px;
    border-top: 1px dashed var(--line);
  }
  .steps .row > .field {
    flex: 0 1 170px;
  }
  .add {
    align-self: end;
  }
  .drop {
    margin-top: 24px;
  }
  .result {
    display: grid;
    gap: 10px;
    align-content: start;
    padding: 14px 16px;
    border-radius: 12px;
    background: var(--raised);
  }
  .verdict + .verdict {
    padding-top: 10px;
    border-top: 1px solid var(--line);
  }
  .raised b {
    color: var(--bad);
  }
  .raised.info b {
    color: var(--accent);
  }
  .raised.warning b {
    color: var(--notice);
  }
  .none b {
    color: var(--good);
  }
  .message {
    margin: 6px 0;
    font-weight: 600;
  }
  .message .soft {
    font-weight: 400;
  }
  code {
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  @media (max-width: 719px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
    .steps .row > .field {
      flex: 1 1 130px;
    }
  }
`;
