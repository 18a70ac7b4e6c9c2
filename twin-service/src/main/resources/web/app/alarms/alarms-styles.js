// Apart from the element for its length.
import { css } from 'lit';

export const alarmsStyles = css`
  :host {
    display: grid;
    gap: 12px;
    max-width: 640px;
    margin-inline: auto;
  }
  h1 {
    font-size: 1.5rem;
    font-weight: 700;
  }
  ul {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    --tone: var(--accent);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 14px;
    padding: 16px;
  }
  .warning {
    --tone: var(--notice);
  }
  .critical {
    --tone: var(--bad);
    border-color: color-mix(in oklab, var(--bad) 45%, var(--line));
  }
  .cleared {
    --tone: var(--ink-soft);
  }
  .mark {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    background: color-mix(in oklab, var(--tone) 14%, var(--card));
    color: var(--tone);
  }
  h2 {
    font-size: 1rem;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  li p + p {
    margin-top: 4px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 20px;
  }
  .actions:not(:has(*)) {
    display: none;
  }
  .actions a {
    min-height: var(--touch);
    align-content: center;
  }
  .empty {
    padding: 36px 24px;
    text-align: center;
  }
  .empty svg {
    width: 40px;
    height: 40px;
    margin-bottom: 8px;
    color: var(--good);
  }
  .wide {
    width: 100%;
  }
`;
