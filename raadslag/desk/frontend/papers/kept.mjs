// What has been typed and not been heard to be saved, kept in this browser until it is.

export class Kept {
  // `page` is what this opening of the page is called; the server answers with it in a cookie once all is saved.
  constructor(name, page, cookie) {
    this.name = name;
    this.page = page;
    this.cookie = cookie;
  }

  read() {
    try {
      const { page, fields } = JSON.parse(localStorage.getItem(this.name)) ?? {};
      const isSaved = document.cookie.split("; ").includes(`${this.cookie}=${page}`);
      return isSaved ? {} : (fields ?? {});
    } catch {
      return {};
    }
  }

  write(fields) {
    try {
      if (Object.keys(fields).length) localStorage.setItem(this.name, JSON.stringify({ page: this.page, fields }));
      else localStorage.removeItem(this.name);
    } catch {
      // no room, or not allowed: the text is still in the page
    }
  }
}
