// A shape, a colour and a word: nobody has to tell colours apart.
import { html } from 'lit';

// tone: good, warning, critical; none is neutral
export const badge = (tone, text) => html`<span class="badge ${tone ?? ''}"><i></i>${text}</span>`;
