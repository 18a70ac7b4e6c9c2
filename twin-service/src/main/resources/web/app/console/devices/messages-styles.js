// Apart from the element for its length.
import { css } from 'lit';

export const messagesStyles = css`
  .bar {
    align-items: center;
  }
  .bar .tick {
    align-items: center;
  }
  .live {
    min-width: 84px;
  }
  .log {
    margin: 0;
    padding: 0;
    overflow: hidden;
    list-style: none;
    font-size: 0.9375rem;
  }
  li {
    border-bottom: 1px solid var(--line);
  }
  li:last-child {
    border-bottom: 0;
  }
  summary,
  .plain {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px 12px;
    padding: 9px 14px;
  }
  summary {
    cursor: pointer;
  }
  summary:hover {
    background: var(--raised);
  }
  summary:focus-visible {
    outline-offset: -3px;
  }
  .arrow {
    width: 1em;
    text-align: center;
  }
  .up .arrow {
    color: var(--good);
  }
  .down .arrow {
    color: var(--accent);
  }
  .meaning {
    flex: 1;
    min-width: min(100%, 200px);
  }
  .keeping {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    margin-left: auto;
  }
  .session {
    color: var(--ink-soft);
  }
  .method {
    font-family: ui-monospace, monospace;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .refused {
    color: var(--bad);
  }
  details p {
    padding: 0 14px;
    overflow-wrap: anywhere;
  }
  pre {
    margin: 6px 14px 12px;
    padding: 10px 12px;
    overflow: auto;
    max-height: 420px;
    border-radius: 10px;
    background: var(--raised);
    font: 0.8125rem/1.5 ui-monospace, monospace;
  }
`;
