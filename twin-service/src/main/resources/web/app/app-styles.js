// Apart from the element for its length.
import { css } from 'lit';

export const appStyles = css`
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    max-width: 1080px;
    margin: 0 auto;
    padding: max(8px, env(safe-area-inset-top)) 12px 8px 20px;
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
  main {
    max-width: 1080px;
    margin: 0 auto;
    padding: 8px 20px calc(96px + env(safe-area-inset-bottom));
  }
  /* The console is for desks. */
  .wide {
    max-width: 1440px;
  }
  .notice {
    max-width: 480px;
    margin: 40px auto;
    text-align: center;
  }
  main > .error {
    margin-bottom: 12px;
  }
`;
