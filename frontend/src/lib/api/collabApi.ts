import { isProblem, type HttpClient } from './httpClient';
import type {
  ChangeList,
  Contents,
  Document,
  DocumentList,
  Hit,
  List,
  Me,
  Member,
  Room,
  Settings,
  StoredImage,
  User,
} from './types';

const PAGE = '?limit=200&offset=0';

/** The REST resources, one method each. */
export class CollabApi {
  readonly http: HttpClient;

  constructor(http: HttpClient) {
    this.http = http;
  }

  rooms(): Promise<List<Room>> {
    return this.http.get(`rooms${PAGE}`);
  }

  createRoom(name: string): Promise<Room> {
    return this.http.post('rooms', { name });
  }

  changeRoom(id: string, change: { readonly historyForViewers: boolean }): Promise<Room> {
    return this.http.patch(`rooms/${id}`, change);
  }

  renameRoom(id: string, name: string): Promise<Room> {
    return this.http.patch(`rooms/${id}`, { name });
  }

  deleteRoom(id: string): Promise<void> {
    return this.http.delete(`rooms/${id}`);
  }

  documents(list: DocumentList, limit: number): Promise<List<Document>> {
    const page = `limit=${String(limit)}&offset=0`;
    return this.http.get(
      list.kind === 'room'
        ? `rooms/${list.roomId}/documents?sort=${list.order}&${page}`
        : `documents?filter=${list.kind}&${page}`,
    );
  }

  createDocument(roomId: string, title: string): Promise<Document> {
    return this.http.post(`rooms/${roomId}/documents`, { title });
  }

  document(id: string): Promise<Document> {
    return this.http.get(`documents/${id}`);
  }

  renameDocument(id: string, title: string): Promise<Document> {
    return this.http.patch(`documents/${id}`, { title });
  }

  moveDocument(id: string, roomId: string): Promise<Document> {
    return this.http.patch(`documents/${id}`, { roomId });
  }

  copyDocument(id: string, title: string): Promise<Document> {
    return this.http.post(`documents/${id}/copies`, { title });
  }

  deleteDocument(id: string): Promise<void> {
    return this.http.delete(`documents/${id}`);
  }

  restoreDocument(id: string): Promise<Document> {
    return this.http.post(`documents/${id}/restore`);
  }

  setFavourite(id: string, favourite: boolean): Promise<void> {
    const path = `documents/${id}/favourite`;
    return favourite ? this.http.put(path, {}) : this.http.delete(path);
  }

  search(words: string, limit: number): Promise<List<Hit>> {
    return this.http.get(`search?q=${encodeURIComponent(words)}&limit=${String(limit)}&offset=0`);
  }

  changeSettings(settings: Settings): Promise<Me> {
    return this.http.patch('users/me', settings);
  }

  contents(id: string): Promise<Contents> {
    return this.http.get(`documents/${id}/contents`);
  }

  changes(id: string, after: number, limit: number): Promise<ChangeList> {
    return this.http.get(`documents/${id}/changes?after=${String(after)}&limit=${String(limit)}`);
  }

  ticket(id: string): Promise<{ readonly ticket: string }> {
    return this.http.post(`documents/${id}/tickets`);
  }

  /** A file as it is; the server checks it and encodes it anew. */
  storeImage(documentId: string, file: Blob): Promise<StoredImage> {
    return this.http.post(`documents/${documentId}/images`, file);
  }

  /** A picture that was copied over from another document is taken over first. */
  async image(documentId: string, imageId: string): Promise<Blob> {
    const path = `documents/${documentId}/images/${imageId}`;
    try {
      return await this.http.getBlob(path);
    } catch (error) {
      if (!isProblem(error, 404)) throw error;
    }
    await this.http.put(path, {});
    return this.http.getBlob(path);
  }

  members(roomId: string): Promise<List<Member>> {
    return this.http.get(`rooms/${roomId}/members${PAGE}`);
  }

  removeMember(roomId: string, userId: string): Promise<void> {
    return this.http.delete(`rooms/${roomId}/members/${userId}`);
  }

  /** Whoever has exactly this address. */
  async userByEmail(email: string): Promise<User | undefined> {
    const found = await this.http.get<List<User>>(`users?email=${encodeURIComponent(email)}`);
    return found.items[0];
  }
}
