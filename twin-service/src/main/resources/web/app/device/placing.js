// What the form of a socket's place offers, lacks and sends.
import { t } from '../i18n.js';
import * as api from './api.js';

// A home or room that is to be made.
export const NEW = 'new';

export function choices(known = []) {
  return [
    { value: '', text: t('device.nowhere') },
    ...known.map(({ id, name }) => ({ value: id, text: name })),
    { value: NEW, text: t('device.other') },
  ];
}

export function missing({ homeId, roomId, newHome, newRoom }) {
  const text = t('device.missing');
  return {
    ...(homeId === NEW && newHome.trim() === '' ? { newHome: text } : {}),
    ...(roomId === NEW && newRoom.trim() === '' ? { newRoom: text } : {}),
  };
}

// The fields as the service takes them, after the new home and room are made.
export async function placed({ alias, homeId, roomId, newHome, newRoom }) {
  const home = homeId === NEW ? (await api.createHome(newHome.trim())).id : homeId;
  const room = roomId === NEW ? (await api.createRoom(home, newRoom.trim())).id : roomId;
  return { alias: alias.trim() || null, homeId: home || null, roomId: room || null };
}
