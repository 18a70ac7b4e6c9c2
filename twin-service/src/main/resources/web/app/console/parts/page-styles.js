// Heads, bars, forms and the bar that saves.
import { css } from 'lit';

export const pageStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    margin-bottom: 16px;
  }
  .head h1 {
    margin-right: auto;
    font-size: 1.375rem;
    font-weight: 700;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 650;
  }
  h3 {
    margin: 0;
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 32px;
    font-size: 0.875rem;
    text-decoration: none;
  }
  .back svg {
    width: 18px;
    height: 18px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 12px;
    margin-bottom: 16px;
  }
  .bar .field {
    flex: 1 1 150px;
    max-width: 240px;
    margin: 0;
  }
  .field + .field,
  .row .field {
    margin-top: 0;
  }
  .form {
    display: grid;
    gap: 14px;
  }
  .form > button {
    justify-self: start;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: 12px;
  }
  .row > .field {
    flex: 1 1 140px;
    min-width: 0;
  }
  .card {
    padding: 16px;
    border-radius: 16px;
  }
  .empty {
    padding: 40px 20px;
    text-align: center;
  }
  .numbers {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .save {
    position: sticky;
    bottom: 12px;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-top: 16px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--card);
    box-shadow: 0 8px 28px var(--shadow);
  }
  .save > :first-child {
    margin-right: auto;
  }
  .save > :empty {
    display: none;
  }
`;
