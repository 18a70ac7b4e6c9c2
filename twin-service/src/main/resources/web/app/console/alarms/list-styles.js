// Apart from the element for its length.
import { css } from 'lit';

export const listStyles = css`
  .bar .tick {
    align-items: center;
    min-height: 40px;
  }
  td:first-child {
    max-width: 420px;
  }
  tr.cleared td:first-child a {
    font-weight: 500;
  }
  tr.fresh {
    animation: fresh 2.5s ease-out;
  }
  @keyframes fresh {
    from {
      background: var(--notice-ground);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    tr.fresh {
      animation: none;
    }
  }
`;
