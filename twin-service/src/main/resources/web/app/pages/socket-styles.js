// Apart from the element for its length.
import { css } from 'lit';

export const socketStyles = css`
  .title {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-bottom: 16px;
  }
  .title > div {
    min-width: 0;
  }
  h1 {
    overflow-wrap: anywhere;
    font-size: 1.5rem;
    font-weight: 700;
    letter-spacing: -0.01em;
    line-height: 1.25;
  }
  h1 + * {
    margin-top: 2px;
  }
  .back {
    display: grid;
    place-items: center;
    flex: none;
    width: var(--touch);
    height: var(--touch);
    margin-left: -14px;
    border-radius: 50%;
    color: var(--ink);
  }
  nav {
    display: flex;
    margin: 0 -20px 16px;
    padding: 0 12px;
    overflow-x: auto;
    border-bottom: 1px solid var(--line);
    scrollbar-width: none;
  }
  nav a {
    flex: 1 0 auto;
    max-width: 140px;
    text-align: center;
    min-height: var(--touch);
    padding: 0 8px;
    border-bottom: 3px solid transparent;
    color: var(--ink-soft);
    font-weight: 500;
    line-height: var(--touch);
    text-decoration: none;
  }
  nav a[aria-current] {
    border-color: var(--accent);
    color: var(--ink);
    font-weight: 650;
  }
  nav a:focus-visible {
    outline-offset: -3px;
  }
  .lost {
    position: fixed;
    z-index: 2;
    inset: auto 0 calc(80px + env(safe-area-inset-bottom));
    display: flex;
    justify-content: center;
    padding: 0 16px;
    pointer-events: none;
  }
  .lost span {
    padding: 13px 8px 13px 18px;
    border-radius: 999px 0 0 999px;
    line-height: 22px;
  }
  .lost > * {
    min-height: var(--touch);
    border: 0;
    background: var(--notice-ground);
    color: var(--notice);
    pointer-events: auto;
  }
  .lost button {
    border-radius: 0 999px 999px 0;
    text-decoration: underline;
    text-underline-offset: 3px;
    white-space: nowrap;
  }
  .notice {
    margin-bottom: 12px;
    padding: 12px 16px;
    border-radius: var(--radius-small);
    background: var(--bad-ground);
    color: var(--bad);
  }
`;
