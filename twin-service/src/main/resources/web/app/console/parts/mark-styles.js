// Chips, badges, and whether a page hears what happens.
import { css } from 'lit';

export const markStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-height: 28px;
    padding: 0 10px;
    border-radius: 999px;
    background: var(--raised);
    font-size: 0.875rem;
  }
  .chip button {
    display: grid;
    place-items: center;
    min-height: 28px;
    width: 28px;
    margin-right: -8px;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: transparent;
  }
  .chip svg {
    width: 14px;
    height: 14px;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    font-size: 0.875rem;
    white-space: nowrap;
  }
  .badge i {
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: var(--edge);
  }
  .badge.critical {
    color: var(--bad);
    font-weight: 600;
  }
  .badge.critical i,
  .badge.dead i,
  .badge.never i {
    border-radius: 2px;
    background: var(--bad);
  }
  .badge.warning i,
  .badge.shadow i,
  .badge.later i {
    background: var(--notice);
    clip-path: polygon(50% 0, 100% 100%, 0 100%);
    border-radius: 0;
  }
  .badge.on i,
  .badge.accepted i,
  .badge.good i {
    background: var(--good);
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
`;
