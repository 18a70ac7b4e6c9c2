// Apart from the element for its length.
import { css } from 'lit';

export const alarmStyles = css`
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr);
    gap: 16px;
    align-items: start;
  }
  .ways {
    display: grid;
    gap: 12px;
    grid-column: 1 / -1;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
  }
  .text {
    margin: 10px 0 14px;
    font-size: 1.0625rem;
  }
  dl,
  dd {
    margin: 0;
  }
  dl div {
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr);
    gap: 12px;
    padding: 7px 0;
    border-top: 1px solid var(--line);
    font-size: 0.9375rem;
  }
  dt {
    color: var(--ink-soft);
  }
  code {
    font-family: ui-monospace, Menlo, Consolas, monospace;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  h3 {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    margin-bottom: 8px;
  }
  .way + .way {
    padding-top: 14px;
    border-top: 1px solid var(--line);
  }
  .way p {
    margin-top: 6px;
  }
  .notice {
    padding: 8px 14px;
    border-radius: 10px;
    background: var(--notice-ground);
    color: var(--notice);
  }
  @media (max-width: 859px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
