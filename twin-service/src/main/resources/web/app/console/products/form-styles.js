// Apart from the element for its length.
import { css } from 'lit';

export const formStyles = css`
  section + section {
    margin-top: 20px;
  }
  h3 {
    margin-bottom: 6px;
  }
  h4 {
    margin: 0;
    font-size: 0.875rem;
    font-weight: 650;
  }
  details {
    margin: 0 -16px;
    border-bottom: 1px solid var(--line);
  }
  details:first-of-type {
    border-top: 1px solid var(--line);
  }
  summary {
    padding: 8px 16px;
    cursor: pointer;
  }
  summary:hover {
    background: var(--raised);
  }
  summary:focus-visible {
    outline-offset: -3px;
  }
  summary.bad b {
    color: var(--bad);
  }
  summary .soft {
    display: block;
  }
  section > button,
  .inner > button {
    justify-self: start;
    margin-top: 8px;
  }
  code {
    color: var(--ink-soft);
    font-size: 0.8125rem;
  }
  .fields,
  .inner {
    display: grid;
    gap: 12px;
  }
  .fields {
    padding: 4px 16px 16px;
  }
  .inner {
    padding-left: 12px;
    border-left: 3px solid var(--line);
  }
  .part {
    display: grid;
    gap: 8px;
    padding-bottom: 10px;
    border-bottom: 1px solid var(--line);
  }
  .line {
    display: flex;
    justify-content: space-between;
  }
  .row > .field {
    flex-basis: 72px;
  }
  .row > .field:has(select) {
    flex-basis: 130px;
  }
  .deeds {
    display: flex;
    align-self: end;
  }
  .wrong {
    color: var(--bad);
    font-size: 0.875rem;
  }
`;
