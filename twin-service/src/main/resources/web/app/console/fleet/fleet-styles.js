// Apart from the element for its length.
import { css } from 'lit';

export const fleetStyles = css`
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(130px, 1fr));
    gap: 12px;
    margin-bottom: 16px;
  }
  .tile {
    display: flex;
    flex-direction: column;
    gap: 2px;
    padding: 12px 14px;
  }
  .tile b {
    font-size: 1.5rem;
    font-variant-numeric: tabular-nums;
    line-height: 1.2;
    white-space: nowrap;
  }
  .tile.online b {
    color: var(--good);
  }
  .tile.silent b {
    color: var(--notice);
  }
  .map .head {
    margin-bottom: 12px;
  }
  .map h2,
  .sheet h2 {
    margin-right: auto;
  }
  .map .field {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .curves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
    gap: 16px;
    margin: 16px 0;
  }
  .curves h2 {
    margin-bottom: 8px;
  }
  st-load-runs {
    margin-top: 16px;
  }
  .sheet .head {
    margin: 0;
    padding: 14px 14px 4px;
  }
  .slowest td {
    background: var(--notice-ground);
    color: var(--notice);
  }
  @media (max-width: 559px) {
    .tiles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
`;
