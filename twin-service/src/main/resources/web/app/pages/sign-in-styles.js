// Apart from the element for its length.
import { css } from 'lit';

export const signInStyles = css`
  form {
    display: grid;
    gap: 14px;
    max-width: 420px;
    margin: clamp(8px, 9vh, 96px) auto 0;
    padding: 28px 24px 16px;
  }
  h1 {
    margin-bottom: 4px;
    font-size: 1.5rem;
    font-weight: 700;
  }
  .field + .field {
    margin-top: 0;
  }
  .field input {
    min-height: 52px;
  }
  .secret {
    position: relative;
  }
  .secret input {
    padding-right: 56px;
  }
  .secret button {
    position: absolute;
    inset: 2px 4px 2px auto;
    color: var(--ink-soft);
  }
  [role='alert']:empty {
    display: none;
  }
  .primary {
    min-height: 52px;
  }
  .link {
    justify-self: center;
    border-color: transparent;
    background: transparent;
    color: var(--accent);
  }
  .notice {
    padding: 10px 14px;
    border-radius: var(--radius-small);
    background: var(--notice-ground);
    color: var(--notice);
  }
`;
