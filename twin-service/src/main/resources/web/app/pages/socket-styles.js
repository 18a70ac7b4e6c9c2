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
  .active_power,
  .total_kwh {
    grid-column: 1 / -1;
  }
  .active_power {
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
  .lost {
    position: fixed;
    z-index: 2;
    inset: auto 0 max(16px, env(safe-area-inset-bottom));
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
  @media (min-width: 860px) {
    .columns {
      grid-template: auto 1fr / minmax(0, 380px) minmax(0, 1fr);
      gap: 20px;
    }
    .readings {
      display: flex;
      flex-direction: column;
      grid-area: 1 / 2 / 3 / 3;
    }
    .tiles {
      flex: 1;
      grid-template: 2.1fr / repeat(6, minmax(0, 1fr));
      grid-auto-rows: 1fr;
      align-content: stretch;
    }
    .tiles > * {
      grid-column: span 2;
    }
    .tiles > .active_power {
      --trend-height: 128px;
      grid-column: 1 / -1;
    }
    .tiles > .apparent_power,
    .tiles > .total_kwh {
      grid-column: span 3;
    }
  }
`;
