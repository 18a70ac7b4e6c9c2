// Apart from the element for its length.
import { css } from 'lit';

export const timersStyles = css`
  :host {
    max-width: 640px;
    margin-inline: auto;
  }
  ul {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    padding-right: 14px;
  }
  button.open {
    flex: 1;
    display: grid;
    gap: 2px;
    min-width: 0;
    padding: 14px 8px 14px 18px;
    border: 0;
    border-radius: var(--radius);
    background: none;
    font-weight: 400;
    text-align: left;
    overflow-wrap: anywhere;
  }
  .open strong {
    font-weight: 650;
  }
  .open.off strong,
  .open.off span {
    color: var(--ink-soft);
  }
  .empty {
    padding: 36px 24px;
    text-align: center;
  }
  .empty svg {
    width: 40px;
    height: 40px;
    margin-bottom: 8px;
    color: var(--ink-soft);
  }
  .add {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    width: 100%;
    min-height: 52px;
    margin-top: 16px;
  }
  .error {
    margin-bottom: 12px;
  }
`;
