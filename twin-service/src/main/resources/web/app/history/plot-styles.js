// Apart from the element for its length.
import { css } from 'lit';

export const plotStyles = css`
  .plot {
    position: relative;
    height: clamp(240px, 42vh, 420px);
  }
  .plot.waiting st-chart {
    opacity: 0.4;
  }
  .plot p {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    text-align: center;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(88px, 1fr));
    gap: 12px;
    margin: 12px 0 0;
  }
  dt {
    color: var(--ink-soft);
    font-size: 0.875rem;
  }
  dd {
    margin: 0;
    white-space: nowrap;
    font-size: 1.25rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  dd small {
    color: var(--ink-soft);
    font-size: 0.875rem;
    font-weight: 500;
  }
  summary {
    min-height: var(--touch);
    align-content: center;
    color: var(--accent);
    cursor: pointer;
  }
  .table {
    max-height: 320px;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 6px 8px;
    border-bottom: 1px solid var(--line);
    text-align: right;
    font-weight: 400;
  }
  th:first-child {
    text-align: left;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--card);
    color: var(--ink-soft);
    font-size: 0.875rem;
  }
`;
