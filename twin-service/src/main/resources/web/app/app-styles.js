// Apart from the element for its length.
import { css } from 'lit';

export const appStyles = css`
  header {
    display: flex;
    align-items: center;
    gap: 4px;
    max-width: 1080px;
    margin: 0 auto;
    padding: max(8px, env(safe-area-inset-top)) 8px 8px 20px;
  }
  .brand {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-height: var(--touch);
    margin-right: auto;
    color: var(--ink);
    font-size: 1.0625rem;
    font-weight: 700;
    letter-spacing: -0.01em;
    text-decoration: none;
  }
  .brand svg {
    color: var(--accent);
  }
  .language {
    border-color: transparent;
    background: transparent;
    padding: 0 12px;
  }
  /* The mark alone where a line has no room for the name. */
  @media (max-width: 459px) {
    .brand span {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  main {
    max-width: 1080px;
    margin: 0 auto;
    padding: 8px 20px calc(96px + env(safe-area-inset-bottom));
  }
  main > .error {
    margin-bottom: 12px;
  }
`;
