// What the lists of this section look like.
import { css } from 'lit';

export const lists = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  th,
  td {
    padding: 10px 12px;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: middle;
  }
  tbody tr:last-child td {
    border-bottom: none;
  }
  th {
    color: var(--ink-soft);
    font-size: 0.8125rem;
    font-weight: 600;
    white-space: nowrap;
  }
  td.when {
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  code {
    font-size: 0.875rem;
    overflow-wrap: anywhere;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 8px 12px;
    margin-bottom: 12px;
  }
  .bar .field {
    flex: 1 1 160px;
    margin: 0;
  }
  form label:has(input[type='checkbox']) {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: var(--touch);
    margin-top: 14px;
    font-weight: 400;
  }
  .scroll + .soft {
    margin-top: 12px;
  }
  /* On a phone each row is a card of its own lines. */
  @media (max-width: 640px) {
    table.rows thead {
      position: absolute;
      clip-path: inset(50%);
    }
    table.rows tr {
      display: grid;
      gap: 4px;
      justify-items: start;
      padding: 12px 16px;
      border-bottom: 1px solid var(--line);
    }
    table.rows td {
      padding: 0;
      border: none;
    }
    table:not(.rows) {
      min-width: 560px;
    }
  }
  .tag {
    display: inline-block;
    padding: 1px 10px;
    border-radius: 999px;
    background: var(--raised);
    font-size: 0.8125rem;
    white-space: nowrap;
  }
  .tag.bad {
    background: var(--bad-ground);
    color: var(--bad);
  }
  button.danger {
    border-color: transparent;
    background: var(--bad-ground);
    color: var(--bad);
  }
  output {
    display: block;
    margin: 12px 0;
    padding: 12px 14px;
    border-radius: var(--radius-small);
    background: var(--raised);
    font-family: ui-monospace, monospace;
    font-size: 1.125rem;
    user-select: all;
  }
`;
