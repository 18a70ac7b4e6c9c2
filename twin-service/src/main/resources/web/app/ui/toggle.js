// A small switch in a list. What it shows is given; a press only asks.
import { css, html } from 'lit';
import { live } from 'lit/directives/live.js';

// pressed: called with the state that is asked for.
export function toggle({ on, label, pressed, disabled, busy }) {
  return html`<label class="toggle ${busy ? 'busy' : ''}">
    <input
      type="checkbox"
      role="switch"
      .checked=${live(Boolean(on))}
      ?disabled=${disabled}
      aria-label=${label}
      aria-busy=${busy ? 'true' : 'false'}
      @change=${({ target }) => pressed(target.checked)}
    />
    <i></i>
  </label>`;
}

export const toggles = css`
  .toggle {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    width: 60px;
    height: var(--touch);
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  .toggle input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }
  .toggle i {
    width: 52px;
    height: 32px;
    padding: 3px;
    border: 2px solid var(--edge);
    border-radius: 999px;
    background: var(--raised);
    pointer-events: none;
    transition: background-color 0.15s;
  }
  .toggle i::before {
    display: block;
    width: 22px;
    height: 22px;
    border-radius: 50%;
    background: var(--edge);
    content: '';
    transition: translate 0.15s;
  }
  .toggle input:checked + i {
    border-color: var(--power);
    background: var(--power);
  }
  .toggle input:checked + i::before {
    background: #fff;
    translate: 20px;
  }
  .toggle input:focus-visible + i {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .toggle:has(:disabled) {
    cursor: default;
    opacity: 0.5;
  }
  .toggle.busy i::before {
    animation: toggle-busy 0.8s infinite alternate;
  }
  @keyframes toggle-busy {
    to {
      opacity: 0.35;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .toggle * {
      transition: none;
      animation: none;
    }
  }
`;
