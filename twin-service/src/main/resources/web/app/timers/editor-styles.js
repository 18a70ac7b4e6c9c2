// Apart from the element for its length.
import { css } from 'lit';

export const editorStyles = css`
  form {
    display: block;
  }
  .label {
    font-weight: 600;
  }
  fieldset {
    min-width: 0;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(7, 1fr);
    gap: 4px;
  }
  .days label {
    position: relative;
    display: grid;
    place-items: center;
    min-height: var(--touch);
    font-weight: 500;
    cursor: pointer;
  }
  .days input {
    position: absolute;
    opacity: 0;
  }
  .days span {
    display: grid;
    place-items: center;
    width: 100%;
    max-width: 56px;
    min-height: 44px;
    border: 1px solid var(--edge);
    border-radius: 12px;
    font-size: 0.875rem;
  }
  .days :checked + span {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
  }
  .days :focus-visible + span {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .row {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
  }
  .row .field + .field {
    margin-top: 0;
  }
  .place button {
    margin-top: 8px;
  }
  .remove {
    margin-right: auto;
    color: var(--bad);
  }
  .firings {
    margin-top: 20px;
  }
  .firings h3 {
    margin: 0 0 4px;
    font-size: 1rem;
  }
  .firings ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .firings li {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 6px 0;
    border-bottom: 1px solid var(--line);
    font-variant-numeric: tabular-nums;
  }
  .error {
    margin-top: 12px;
  }
`;
