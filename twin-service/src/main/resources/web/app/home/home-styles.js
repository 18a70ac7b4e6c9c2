// Apart from the element for its length.
import { css } from 'lit';

export const homeStyles = css`
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 12px;
    margin-bottom: 12px;
  }
  h1 {
    font-size: 1.5rem;
    font-weight: 700;
  }
  .total {
    margin-left: auto;
    font-variant-numeric: tabular-nums;
  }
  .total strong {
    font-size: 1.25rem;
    font-weight: 650;
  }
  .title a {
    align-self: center;
    color: var(--accent);
  }
  section + section {
    margin-top: 20px;
  }
  h2 {
    margin-bottom: 8px;
    color: var(--ink-soft);
    font-size: 0.9375rem;
    font-weight: 600;
  }
  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  /* Of thousands only what is in sight is laid out. */
  li {
    content-visibility: auto;
    contain-intrinsic-size: auto 78px;
    overflow-clip-margin: 8px;
  }
  .item {
    display: flex;
    align-items: center;
    padding-right: 14px;
  }
  .item a {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 14px;
    min-width: 0;
    min-height: 76px;
    padding: 12px 8px 12px 16px;
    border-radius: var(--radius);
    color: var(--ink);
    text-decoration: none;
  }
  .text {
    min-width: 0;
    font-variant-numeric: tabular-nums;
  }
  .mark {
    flex: none;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    background: var(--raised);
    color: var(--ink-soft);
  }
  .on {
    background: var(--power);
    color: #fff;
  }
  .name {
    display: block;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .search {
    position: relative;
    display: block;
    margin-bottom: 16px;
  }
  .search svg {
    position: absolute;
    inset: 12px auto auto 14px;
    color: var(--ink-soft);
  }
  .search input {
    width: 100%;
    min-height: var(--touch);
    padding: 0 16px 0 48px;
    border: 1px solid var(--edge);
    border-radius: 999px;
    background: var(--card);
    color: var(--ink);
    font: inherit;
  }
  .empty {
    padding: 40px 24px;
    text-align: center;
  }
  .empty svg {
    width: 44px;
    height: 44px;
    margin-bottom: 8px;
    color: var(--ink-soft);
  }
  .button {
    display: inline-grid;
    place-items: center;
    min-height: var(--touch);
    margin-top: 16px;
    padding: 0 22px;
    border-radius: 999px;
    background: var(--accent);
    color: var(--on-accent);
    text-decoration: none;
  }
  .more,
  .error {
    margin: 12px 0;
  }
`;
