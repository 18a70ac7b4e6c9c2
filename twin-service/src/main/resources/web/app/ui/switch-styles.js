// Apart from the element for its length.
import { css } from 'lit';

export const switchStyles = css`
  :host {
    --size: min(208px, 56vw);
    text-align: center;
  }
  .stage {
    position: relative;
    display: grid;
    place-items: center;
    width: calc(var(--size) + 48px);
    height: calc(var(--size) + 48px);
    margin: 0 auto 12px;
  }
  .stage > * {
    grid-area: 1 / 1;
  }
  button {
    z-index: 1;
    display: grid;
    place-items: center;
    width: var(--size);
    height: var(--size);
    padding: 0;
    border: 2px solid var(--edge);
    border-radius: 50%;
    background: radial-gradient(circle at 50% 25%, var(--card), var(--raised));
    color: var(--ink-soft);
    box-shadow:
      0 10px 24px var(--shadow),
      inset 0 1px 0 rgb(255 255 255 / 0.12);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition:
      background-color 0.25s,
      color 0.25s,
      border-color 0.25s,
      transform 0.1s;
  }
  button.on {
    border-color: transparent;
    background: radial-gradient(circle at 50% 20%, var(--power), var(--power-deep));
    color: #fff;
  }
  /* What it was; nobody knows what it is. */
  button.on.away {
    background: var(--edge);
  }
  button:active:not(:disabled) {
    transform: scale(0.97);
  }
  button:disabled {
    cursor: not-allowed;
  }
  button svg {
    width: 38%;
    height: 38%;
    stroke-width: 1.6;
  }
  /* The light of the lamp around the switch, breathing as the real one does. */
  .halo {
    width: var(--size);
    height: var(--size);
    border-radius: 50%;
    box-shadow: 0 0 28px 8px var(--lamp);
    opacity: 0;
    transition: opacity 0.4s;
  }
  .halo:has(+ .on) {
    opacity: 0.7;
    /* Up and down in 2338 ms. */
    animation: breathe 1169ms ease-in-out infinite alternate;
  }
  .ring {
    position: absolute;
    inset: 8px;
    fill: none;
    stroke-width: 2.5;
    pointer-events: none;
  }
  .track {
    stroke: var(--line);
  }
  .arc {
    stroke: var(--accent);
    stroke-linecap: round;
    stroke-dasharray: 26 74;
    transform-origin: center;
    animation: turn 1.1s linear infinite;
  }
  .state {
    font-size: 1.375rem;
    font-weight: 650;
    line-height: 1.3;
  }
  #state {
    min-height: 3.4rem;
  }
  @keyframes breathe {
    from {
      opacity: 0.2;
    }
    to {
      opacity: 0.75;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .halo:has(+ .on) {
      animation: none;
    }
    .arc {
      animation-duration: 6s;
    }
    button {
      transition: none;
    }
  }
`;
