// Apart from the element for its length.
import { css } from 'lit';

export const panelStyles = css`
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 32px;
    align-items: start;
  }
  .segments + .soft {
    margin: 6px 0 14px;
  }
  ol.card {
    margin: 0;
    padding: 4px 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 120px 130px auto;
    align-items: center;
    gap: 4px 10px;
    padding: 6px 8px 6px 14px;
  }
  li + li {
    border-top: 1px solid var(--line);
  }
  .tick {
    align-items: center;
  }
  .off .tick {
    color: var(--ink-soft);
  }
  code {
    color: var(--ink-soft);
    font-size: 0.8125rem;
    display: block;
    overflow-wrap: anywhere;
  }
  select {
    padding: 0 8px;
  }
  .moves {
    display: flex;
  }
  .preview {
    position: sticky;
    top: 12px;
  }
  .phone {
    overflow: hidden;
    width: 392px;
    max-width: 100%;
    margin: 0 auto;
    padding: 20px 16px;
    border: 8px solid var(--edge);
    border-radius: 40px;
    background: var(--ground);
  }
  /* As much of it as a desk has room for. */
  @media (min-width: 900px) {
    .phone {
      zoom: 0.7;
    }
  }
  @media (max-width: 899px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 559px) {
    li {
      grid-template-columns: 1fr 1fr auto;
    }
    .tick {
      grid-column: 1 / -1;
    }
  }
`;
