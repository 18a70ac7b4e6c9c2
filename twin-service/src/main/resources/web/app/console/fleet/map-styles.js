// Apart from the element for its length.
import { css } from 'lit';

export const mapStyles = css`
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin: 0 0 12px;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
  }
  li {
    display: flex;
    align-items: center;
    gap: 7px;
  }
  i {
    width: 11px;
    height: 11px;
    border-radius: 3px;
    background: currentColor;
  }
  .online {
    color: var(--good);
  }
  .silent {
    color: var(--notice);
  }
  .offline {
    color: var(--edge);
  }
  .never {
    color: var(--line);
  }
  li span {
    color: var(--ink);
    font-variant-numeric: tabular-nums;
  }
  canvas[hidden] {
    display: none;
  }
  canvas:not([hidden]) {
    display: block;
    width: 100%;
    cursor: pointer;
  }
  output {
    display: block;
    min-height: 1.5em;
    margin-top: 6px;
    font-size: 0.875rem;
  }
`;
