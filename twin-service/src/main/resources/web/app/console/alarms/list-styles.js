// Apart from the element for its length.
import { css } from 'lit';

export const listStyles = css`
  .bar .tick {
    align-items: center;
    min-height: 40px;
  }
  .live {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .live i {
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: currentColor;
  }
  .live.good {
    color: var(--good);
  }
  .live.bad {
    color: var(--notice);
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
