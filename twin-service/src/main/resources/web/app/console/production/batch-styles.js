// Apart from the element for its length.
import { css } from 'lit';

export const batchStyles = css`
  .title {
    margin-right: auto;
  }
  section {
    margin-top: 24px;
  }
  section > h2 {
    margin-bottom: 10px;
  }
  meter {
    display: block;
    width: 100%;
    height: 8px;
    margin: 6px 0 14px;
    border: 0;
    border-radius: 999px;
    background: var(--line);
    appearance: none;
  }
  meter::-webkit-meter-inner-element,
  meter::-webkit-meter-bar {
    height: 8px;
    border: 0;
    border-radius: 999px;
    background: var(--line);
  }
  meter::-webkit-meter-optimum-value {
    border-radius: 999px;
    background: var(--good);
  }
  meter::-moz-meter-bar {
    border-radius: 999px;
    background: var(--good);
  }
`;
