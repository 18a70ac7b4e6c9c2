// Sockets by home and room.
import { homes, rooms } from '../device/api.js';

// By id of the room: { title, order }, as the reader's homes have them.
export async function placesOf() {
  const places = new Map();
  const all = await homes();
  const found = await Promise.all(all.map(({ id }) => rooms(id)));
  all.forEach((home, i) => {
    places.set(home.id, { title: home.name, order: `${home.name}~` });
    found[i].forEach(({ id, name }) => {
      const title = all.length > 1 ? `${home.name} · ${name}` : name;
      places.set(id, { title, order: `${home.name}/${name}` });
    });
  });
  return places;
}

// [{ title, devices }], rooms by name, last those in none; title undefined when there is but one group.
export function grouped(devices, places, rest) {
  const groups = new Map();
  for (const device of devices) {
    const place = places.get(device.roomId) ?? places.get(device.homeId);
    const key = place?.order ?? '\uffff';
    const group = groups.get(key) ?? { title: place?.title ?? rest, devices: [] };
    group.devices.push(device);
    groups.set(key, group);
  }
  const sorted = [...groups.entries()].sort(([a], [b]) => a.localeCompare(b));
  return sorted.map(([, group]) => group);
}

// Whether it is called like that or is in such a room.
export function matches({ alias, name, roomId }, places, text) {
  const wanted = text.trim().toLowerCase();
  return [alias, name, places.get(roomId)?.title].some((each) =>
    each?.toLowerCase().includes(wanted),
  );
}
