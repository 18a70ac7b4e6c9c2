// Apart from the element for its length.
import { css } from 'lit';

export const controlStyles = css`
  /* As wide as what it stands in, be it the picture of a phone. */
  :host {
    container-type: inline-size;
  }
  .columns {
    display: grid;
    gap: 16px;
  }
  .columns > * {
    min-width: 0;
  }
  /* Old values are grey, not faint: they must stay readable. */
  .stale .tiles,
  .old .tiles {
    --ink: var(--ink-soft);
    --accent: var(--edge);
    color: var(--ink);
  }
  .switch {
    padding: 20px 16px 16px;
  }
  .error {
    margin-top: 12px;
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
    min-height: 352px;
    align-content: start;
  }
  .tiles:not(.own) > :is(.active_power, .total_kwh),
  .wide,
  .large {
    grid-column: 1 / -1;
  }
  .tiles:not(.own) > .active_power,
  .large {
    --value-size: 2.5rem;
    min-height: 144px;
  }
  .readings > .soft {
    margin-top: 10px;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  .countdown {
    min-height: 176px;
    padding: 16px;
  }
  @container (min-width: 820px) {
    .columns {
      grid-template: auto 1fr / minmax(0, 380px) minmax(0, 1fr);
      gap: 20px;
    }
    .readings {
      display: flex;
      flex-direction: column;
      grid-area: 1 / 2 / 3 / 3;
    }
    .tiles.own {
      grid-template-columns: repeat(auto-fill, minmax(180px, 1fr));
    }
    .tiles:not(.own) {
      flex: 1;
      grid-template: 2.1fr / repeat(6, minmax(0, 1fr));
      grid-auto-rows: 1fr;
      align-content: stretch;
    }
    .tiles:not(.own) > * {
      grid-column: span 2;
    }
    .tiles:not(.own) > .active_power {
      --trend-height: 128px;
      grid-column: 1 / -1;
    }
    .tiles:not(.own) > :is(.apparent_power, .total_kwh) {
      grid-column: span 3;
    }
  }
`;
