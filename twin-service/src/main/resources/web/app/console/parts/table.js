// Lists of rows: a table on the desktop, cards on the phone. Cells carry what they are in data-label.
import { css } from 'lit';

export const tableStyles = css`
  .sheet {
    padding: 0;
    overflow: hidden;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  th {
    padding: 10px 14px;
    border-bottom: 1px solid var(--line);
    color: var(--ink-soft);
    font-size: 0.8125rem;
    font-weight: 600;
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 10px 14px;
    border-bottom: 1px solid var(--line);
    vertical-align: middle;
  }
  tbody tr:last-child td {
    border-bottom: 0;
  }
  tbody tr:hover {
    background: var(--raised);
  }
  td a {
    color: inherit;
    font-weight: 600;
    text-decoration: none;
  }
  td a:hover {
    color: var(--accent);
  }
  td.end,
  th.end {
    text-align: end;
  }
  td .soft {
    display: block;
  }
  .foot {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 8px 14px;
    border-top: 1px solid var(--line);
  }
  .foot:empty {
    display: none;
  }
  @media (max-width: 719px) {
    thead {
      position: absolute;
      display: block;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    td:empty {
      display: none;
    }
    table,
    tbody,
    tr {
      display: block;
    }
    tr {
      padding: 10px 14px;
      border-bottom: 1px solid var(--line);
    }
    tbody tr:last-child {
      border-bottom: 0;
    }
    td,
    td.end {
      display: flex;
      justify-content: space-between;
      gap: 16px;
      padding: 3px 0;
      border: 0;
      text-align: end;
    }
    td::before {
      content: attr(data-label);
      flex: none;
      color: var(--ink-soft);
      font-size: 0.8125rem;
      text-align: start;
    }
    td:first-child {
      display: block;
      padding-bottom: 6px;
      text-align: start;
    }
    td:first-child::before,
    td:not([data-label])::before {
      content: none;
    }
  }
`;
