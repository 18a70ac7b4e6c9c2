// Apart from the element for its length.
import { css } from 'lit';

export const editorStyles = css`
  .kinds {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .kinds a {
    display: grid;
    gap: 4px;
    height: 100%;
    color: var(--ink);
    text-decoration: none;
  }
  .kinds a:hover {
    border-color: var(--accent);
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  .save {
    grid-column: 1 / -1;
    justify-self: end;
  }
  .with {
    display: flex;
    gap: 8px;
  }
  .with input {
    min-width: 0;
    flex: 1;
  }
  .with button {
    flex: none;
  }
  .reader {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 8px;
    align-items: start;
  }
  .reader select {
    width: auto;
  }
  h2 + .soft {
    margin-top: -10px;
  }
  @media (max-width: 859px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
