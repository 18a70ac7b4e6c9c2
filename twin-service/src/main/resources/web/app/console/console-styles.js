// Navigation beside the section on a desk, above it where there is less room.
import { css } from 'lit';

export const consoleStyles = css`
  nav {
    display: flex;
    gap: 2px;
    margin: 0 -12px 16px;
    overflow-x: auto;
    scrollbar-width: none;
  }
  nav a {
    flex: none;
    padding: 11px 14px;
    border-radius: 12px;
    color: var(--ink-soft);
    font-size: 0.9375rem;
    font-weight: 600;
    text-decoration: none;
  }
  nav a:hover {
    background: var(--raised);
    color: var(--ink);
  }
  nav [aria-current] {
    background: var(--card);
    color: var(--ink);
    box-shadow: 0 1px 2px var(--shadow);
  }
  div {
    min-width: 0;
  }
  @media (min-width: 1180px) {
    :host {
      display: grid;
      grid-template-columns: 168px minmax(0, 1fr);
      gap: 28px;
    }
    nav {
      position: sticky;
      top: 12px;
      flex-direction: column;
      align-self: start;
      margin: 0 0 0 -12px;
    }
    nav a {
      padding: 9px 14px;
    }
  }
`;
