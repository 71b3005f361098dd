import type { Person } from '$lib/server/session';
import type { Client } from '$lib/server/supabase';

declare global {
  namespace App {
    interface Locals {
      supabase: Client;
      person: Person | null;
      locale: 'fr' | 'en';
      theme: 'light' | 'dark' | 'auto';
    }
    interface PageData {
      person?: Person | null;
    }
  }

  namespace NodeJS {
    interface Process {
      once(event: 'sveltekit:shutdown', listener: () => void): this;
    }
  }
}

export {};
