// The three columns and the lines between their cards.
import { css } from 'lit';

export const columnsStyles = css`
  .flow {
    --gap: 32px;
    display: grid;
    grid-template-columns: minmax(250px, 1fr) minmax(330px, 1.6fr) minmax(270px, 1.2fr);
    gap: 16px var(--gap);
    align-items: start;
  }
  .column {
    position: relative;
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  .column > h2 {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--ink-soft);
    font-size: 0.9375rem;
  }
  .column > h2 b {
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 0.8125rem;
  }
  .column .card {
    position: relative;
    min-width: 0;
  }
  /* A line from card to card, with an arrow where it arrives. */
  .column:not(.outputs) > h2 + .card::after {
    content: '';
    position: absolute;
    top: 36px;
    left: calc(100% + 1px);
    width: calc(var(--gap) - 8px);
    border-top: 2px solid var(--accent);
  }
  .column.wide > h2 + .card::before,
  .column.outputs > h2 + .card::before {
    content: '';
    position: absolute;
    top: 31px;
    left: -9px;
    border: 6px solid transparent;
    border-left: 9px solid var(--accent);
    border-right: 0;
  }
  /* From the first output to the others. */
  .outputs .card + .card::before {
    content: '';
    position: absolute;
    top: -13px;
    left: 28px;
    height: 12px;
    border-left: 2px solid var(--line);
  }
  .tight {
    gap: 8px;
  }
  .code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
    font-size: 0.875rem;
  }
  .group,
  .latch {
    display: grid;
    gap: 10px;
    min-width: 0;
  }
  .group ol {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .group li {
    min-width: 0;
  }
  .group .group {
    padding-left: 12px;
    border-left: 3px solid var(--line);
  }
  .condition {
    display: grid;
    gap: 10px;
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--raised);
  }
  .kind {
    display: flex;
    align-items: end;
    gap: 8px;
  }
  .kind .field {
    flex: 1;
  }
  .kind label {
    position: absolute;
    clip-path: inset(50%);
  }
  .kind select {
    border-color: transparent;
    background: transparent;
    font-weight: 600;
    padding-left: 4px;
  }
  .together {
    margin-bottom: -8px;
    font-weight: 600;
  }
  .modifiers {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 6px 12px;
  }
  .modifiers:empty {
    display: none;
  }
  .modifiers .row {
    flex: 1 1 100%;
  }
  .row .drop {
    flex: none;
    align-self: start;
    margin-top: 25px;
  }
  .add {
    justify-self: start;
  }
  .quiet {
    min-height: 32px;
    font-size: 0.875rem;
  }
  output {
    font-weight: 600;
  }
  @media (max-width: 1079px) {
    .flow {
      grid-template-columns: minmax(0, 1fr);
    }
    .column + .column {
      padding-top: 12px;
    }
    .column:not(.outputs) > h2 + .card::after,
    .column.wide > h2 + .card::before,
    .column.outputs > h2 + .card::before {
      content: none;
    }
    .column + .column::before {
      content: '';
      position: absolute;
      top: -10px;
      left: 11px;
      height: 18px;
      border-left: 2px solid var(--accent);
    }
  }
`;
