// Written by src/cli/types.ts from supabase/migrations; a test tells when it is stale.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      audit_log: {
        Row: {
          action: string;
          at: string;
          details: Json;
          id: number;
          person_id: string | null;
          subject: string;
          subject_id: string | null;
        };
        Insert: {
          action: string;
          at?: string;
          details?: Json;
          id?: never;
          person_id?: string | null;
          subject: string;
          subject_id?: string | null;
        };
        Update: {
          action?: string;
          at?: string;
          details?: Json;
          id?: never;
          person_id?: string | null;
          subject?: string;
          subject_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'audit_log_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          }
        ];
      };
      corrections: {
        Row: {
          at: string;
          id: number;
          person_id: string | null;
          sentiment: 'positive' | 'neutral' | 'negative';
          verbatim_id: string;
          was: 'positive' | 'neutral' | 'negative' | null;
        };
        Insert: {
          at?: string;
          id?: never;
          person_id?: string | null;
          sentiment: 'positive' | 'neutral' | 'negative';
          verbatim_id: string;
          was?: 'positive' | 'neutral' | 'negative' | null;
        };
        Update: {
          at?: string;
          id?: never;
          person_id?: string | null;
          sentiment?: 'positive' | 'neutral' | 'negative';
          verbatim_id?: string;
          was?: 'positive' | 'neutral' | 'negative' | null;
        };
        Relationships: [
          {
            foreignKeyName: 'corrections_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'corrections_verbatim_id_fkey';
            columns: ['verbatim_id'];
            isOneToOne: false;
            referencedRelation: 'verbatims';
            referencedColumns: ['id'];
          }
        ];
      };
      daily_rollups: {
        Row: {
          channel: string | null;
          day: string;
          detractors: number;
          negative: number;
          neutral: number;
          nps_rated: number;
          positive: number;
          promoters: number;
          rated: number;
          rating_squares: number;
          rating_sum: number;
          source_id: string;
          step_id: string | null;
          team_id: string | null;
        };
        Insert: {
          channel?: string | null;
          day: string;
          detractors: number;
          negative: number;
          neutral: number;
          nps_rated: number;
          positive: number;
          promoters: number;
          rated: number;
          rating_squares: number;
          rating_sum: number;
          source_id: string;
          step_id?: string | null;
          team_id?: string | null;
        };
        Update: {
          channel?: string | null;
          day?: string;
          detractors?: number;
          negative?: number;
          neutral?: number;
          nps_rated?: number;
          positive?: number;
          promoters?: number;
          rated?: number;
          rating_squares?: number;
          rating_sum?: number;
          source_id?: string;
          step_id?: string | null;
          team_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'daily_rollups_source_id_fkey';
            columns: ['source_id'];
            isOneToOne: false;
            referencedRelation: 'sources';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'daily_rollups_step_id_fkey';
            columns: ['step_id'];
            isOneToOne: false;
            referencedRelation: 'journey_steps';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'daily_rollups_team_id_fkey';
            columns: ['team_id'];
            isOneToOne: false;
            referencedRelation: 'teams';
            referencedColumns: ['id'];
          }
        ];
      };
      import_refusals: {
        Row: {
          import_id: string;
          line: number;
          reason: string;
        };
        Insert: {
          import_id: string;
          line: number;
          reason: string;
        };
        Update: {
          import_id?: string;
          line?: number;
          reason?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'import_refusals_import_id_fkey';
            columns: ['import_id'];
            isOneToOne: false;
            referencedRelation: 'imports';
            referencedColumns: ['id'];
          }
        ];
      };
      imports: {
        Row: {
          bytes: number;
          created_at: string;
          created_by: string | null;
          duplicates: number;
          failure: string | null;
          file_name: string;
          finished_at: string | null;
          heard_of_at: string;
          held: number;
          id: string;
          imported: number;
          mapping: Json | null;
          refused: number;
          rows_read: number;
          rows_total: number | null;
          source_id: string | null;
          status: 'uploaded' | 'running' | 'done' | 'failed' | 'cancelled';
        };
        Insert: {
          bytes: number;
          created_at?: string;
          created_by?: string | null;
          duplicates?: number;
          failure?: string | null;
          file_name: string;
          finished_at?: string | null;
          heard_of_at?: string;
          held?: number;
          id?: string;
          imported?: number;
          mapping?: Json | null;
          refused?: number;
          rows_read?: number;
          rows_total?: number | null;
          source_id?: string | null;
          status?: 'uploaded' | 'running' | 'done' | 'failed' | 'cancelled';
        };
        Update: {
          bytes?: number;
          created_at?: string;
          created_by?: string | null;
          duplicates?: number;
          failure?: string | null;
          file_name?: string;
          finished_at?: string | null;
          heard_of_at?: string;
          held?: number;
          id?: string;
          imported?: number;
          mapping?: Json | null;
          refused?: number;
          rows_read?: number;
          rows_total?: number | null;
          source_id?: string | null;
          status?: 'uploaded' | 'running' | 'done' | 'failed' | 'cancelled';
        };
        Relationships: [
          {
            foreignKeyName: 'imports_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'imports_source_id_fkey';
            columns: ['source_id'];
            isOneToOne: false;
            referencedRelation: 'sources';
            referencedColumns: ['id'];
          }
        ];
      };
      jobs: {
        Row: {
          due_at: string;
          last_ended_at: string | null;
          last_error: string | null;
          leased_until: string | null;
          name: string;
        };
        Insert: {
          due_at?: string;
          last_ended_at?: string | null;
          last_error?: string | null;
          leased_until?: string | null;
          name: string;
        };
        Update: {
          due_at?: string;
          last_ended_at?: string | null;
          last_error?: string | null;
          leased_until?: string | null;
          name?: string;
        };
        Relationships: [];
      };
      journey_steps: {
        Row: {
          customer_label_en: string;
          customer_label_fr: string;
          employee_label_en: string;
          employee_label_fr: string;
          id: string;
          position: number;
          slug: string;
        };
        Insert: {
          customer_label_en: string;
          customer_label_fr: string;
          employee_label_en: string;
          employee_label_fr: string;
          id?: string;
          position: number;
          slug: string;
        };
        Update: {
          customer_label_en?: string;
          customer_label_fr?: string;
          employee_label_en?: string;
          employee_label_fr?: string;
          id?: string;
          position?: number;
          slug?: string;
        };
        Relationships: [];
      };
      people: {
        Row: {
          created_at: string;
          email: string;
          full_name: string;
          id: string;
          joined_on: string;
          left_on: string | null;
          role: 'employee' | 'manager' | 'moderator' | 'leadership' | 'admin';
          team_id: string;
          user_id: string | null;
        };
        Insert: {
          created_at?: string;
          email: string;
          full_name: string;
          id?: string;
          joined_on?: string;
          left_on?: string | null;
          role: 'employee' | 'manager' | 'moderator' | 'leadership' | 'admin';
          team_id: string;
          user_id?: string | null;
        };
        Update: {
          created_at?: string;
          email?: string;
          full_name?: string;
          id?: string;
          joined_on?: string;
          left_on?: string | null;
          role?: 'employee' | 'manager' | 'moderator' | 'leadership' | 'admin';
          team_id?: string;
          user_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'people_team_id_fkey';
            columns: ['team_id'];
            isOneToOne: false;
            referencedRelation: 'teams';
            referencedColumns: ['id'];
          }
        ];
      };
      sign_in_failures: {
        Row: {
          account: string;
          address: string;
          at: string;
          id: number;
        };
        Insert: {
          account: string;
          address: string;
          at?: string;
          id?: never;
        };
        Update: {
          account?: string;
          address?: string;
          at?: string;
          id?: never;
        };
        Relationships: [];
      };
      sources: {
        Row: {
          approves_itself: boolean;
          created_at: string;
          id: string;
          kind: 'import' | 'api' | 'webhook' | 'table';
          name: string;
        };
        Insert: {
          approves_itself?: boolean;
          created_at?: string;
          id?: string;
          kind: 'import' | 'api' | 'webhook' | 'table';
          name: string;
        };
        Update: {
          approves_itself?: boolean;
          created_at?: string;
          id?: string;
          kind?: 'import' | 'api' | 'webhook' | 'table';
          name?: string;
        };
        Relationships: [];
      };
      team_rollups: {
        Row: {
          detractors: number;
          grain: 'day' | 'week' | 'month';
          negative: number;
          neutral: number;
          nps_rated: number;
          positive: number;
          promoters: number;
          rated: number;
          rating_squares: number;
          rating_sum: number;
          starts_on: string;
          step_id: string | null;
          team_id: string | null;
        };
        Insert: {
          detractors: number;
          grain: 'day' | 'week' | 'month';
          negative: number;
          neutral: number;
          nps_rated: number;
          positive: number;
          promoters: number;
          rated: number;
          rating_squares: number;
          rating_sum: number;
          starts_on: string;
          step_id?: string | null;
          team_id?: string | null;
        };
        Update: {
          detractors?: number;
          grain?: 'day' | 'week' | 'month';
          negative?: number;
          neutral?: number;
          nps_rated?: number;
          positive?: number;
          promoters?: number;
          rated?: number;
          rating_squares?: number;
          rating_sum?: number;
          starts_on?: string;
          step_id?: string | null;
          team_id?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'team_rollups_step_id_fkey';
            columns: ['step_id'];
            isOneToOne: false;
            referencedRelation: 'journey_steps';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'team_rollups_team_id_fkey';
            columns: ['team_id'];
            isOneToOne: false;
            referencedRelation: 'teams';
            referencedColumns: ['id'];
          }
        ];
      };
      teams: {
        Row: {
          created_at: string;
          id: string;
          kind: 'company' | 'region' | 'site' | 'team';
          name: string;
          parent_id: string | null;
          slug: string;
        };
        Insert: {
          created_at?: string;
          id?: string;
          kind: 'company' | 'region' | 'site' | 'team';
          name: string;
          parent_id?: string | null;
          slug: string;
        };
        Update: {
          created_at?: string;
          id?: string;
          kind?: 'company' | 'region' | 'site' | 'team';
          name?: string;
          parent_id?: string | null;
          slug?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'teams_parent_id_fkey';
            columns: ['parent_id'];
            isOneToOne: false;
            referencedRelation: 'teams';
            referencedColumns: ['id'];
          }
        ];
      };
      verbatims: {
        Row: {
          answer: string | null;
          approved_at: string | null;
          changed_at: string;
          channel: string | null;
          confidence: number | null;
          day: string;
          external_id: string | null;
          fingerprint: string;
          held_for: string[];
          id: string;
          language: string;
          owner_team_id: string | null;
          rating: number | null;
          rating_percent: number | null;
          rating_scale: '1-5' | '0-10' | '1-10' | '0-20' | '0-100' | null;
          raw_text: string | null;
          reasons: Json;
          received_at: string;
          revision: number;
          said_on: string | null;
          score: number | null;
          search: unknown;
          sentiment: 'positive' | 'neutral' | 'negative' | null;
          source_id: string;
          status: 'received' | 'held' | 'approved' | 'hidden' | 'erased';
          step_id: string | null;
          team_id: string | null;
          text: string | null;
        };
        Insert: {
          answer?: string | null;
          approved_at?: string | null;
          changed_at?: string;
          channel?: string | null;
          confidence?: number | null;
          day?: never;
          external_id?: string | null;
          fingerprint?: never;
          held_for?: string[];
          id?: string;
          language?: string;
          owner_team_id?: string | null;
          rating?: number | null;
          rating_percent?: never;
          rating_scale?: '1-5' | '0-10' | '1-10' | '0-20' | '0-100' | null;
          raw_text?: string | null;
          reasons?: Json;
          received_at?: string;
          revision?: number;
          said_on?: string | null;
          score?: number | null;
          search?: never;
          sentiment?: 'positive' | 'neutral' | 'negative' | null;
          source_id: string;
          status?: 'received' | 'held' | 'approved' | 'hidden' | 'erased';
          step_id?: string | null;
          team_id?: string | null;
          text?: string | null;
        };
        Update: {
          answer?: string | null;
          approved_at?: string | null;
          changed_at?: string;
          channel?: string | null;
          confidence?: number | null;
          day?: never;
          external_id?: string | null;
          fingerprint?: never;
          held_for?: string[];
          id?: string;
          language?: string;
          owner_team_id?: string | null;
          rating?: number | null;
          rating_percent?: never;
          rating_scale?: '1-5' | '0-10' | '1-10' | '0-20' | '0-100' | null;
          raw_text?: string | null;
          reasons?: Json;
          received_at?: string;
          revision?: number;
          said_on?: string | null;
          score?: number | null;
          search?: never;
          sentiment?: 'positive' | 'neutral' | 'negative' | null;
          source_id?: string;
          status?: 'received' | 'held' | 'approved' | 'hidden' | 'erased';
          step_id?: string | null;
          team_id?: string | null;
          text?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'verbatims_owner_team_id_fkey';
            columns: ['owner_team_id'];
            isOneToOne: false;
            referencedRelation: 'teams';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'verbatims_source_id_fkey';
            columns: ['source_id'];
            isOneToOne: false;
            referencedRelation: 'sources';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'verbatims_step_id_fkey';
            columns: ['step_id'];
            isOneToOne: false;
            referencedRelation: 'journey_steps';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'verbatims_team_id_fkey';
            columns: ['team_id'];
            isOneToOne: false;
            referencedRelation: 'teams';
            referencedColumns: ['id'];
          }
        ];
      };
    };
    Views: {
      wall_cards: {
        Row: {
          answer: string | null;
          changed_at: string;
          channel: string | null;
          day: string;
          id: string;
          language: string;
          owner: string | null;
          received_at: string;
          revision: number;
          said_on: string | null;
          sentiment: 'positive' | 'neutral' | 'negative';
          step_en: string | null;
          step_fr: string | null;
          team: string | null;
          text: string;
        };
        Relationships: [];
      };
    };
    Functions: {
      answer_verbatim: {
        Args: {
          verbatim: string;
          owner_team: string | null;
          what_we_did: string | null;
        };
        Returns: undefined;
      };
      approve_verbatim: {
        Args: {
          verbatim: string;
        };
        Returns: undefined;
      };
      begin_sign_in: {
        Args: {
          of_account: string;
          from_address: string;
        };
        Returns: number | null;
      };
      correct_sentiment: {
        Args: {
          verbatim: string;
          corrected: string;
        };
        Returns: undefined;
      };
      create_company: {
        Args: {
          company: string;
          first_team: string;
          administrator: string;
          administrator_email: string;
          administrator_user: string;
        };
        Returns: undefined;
      };
      finish_job: {
        Args: {
          job: string;
          next_in: string;
          error?: string | null;
        };
        Returns: undefined;
      };
      finish_sign_in: {
        Args: {
          attempt: number;
        };
        Returns: undefined;
      };
      hide_verbatim: {
        Args: {
          verbatim: string;
        };
        Returns: undefined;
      };
      hold_verbatim: {
        Args: {
          verbatim: string;
        };
        Returns: undefined;
      };
      lease_job: {
        Args: {
          job: string;
          lease: string;
        };
        Returns: boolean;
      };
      me: {
        Args: never;
        Returns: {
          id: string;
          full_name: string;
          email: string;
          role: 'employee' | 'manager' | 'moderator' | 'leadership' | 'admin';
          team_id: string;
          team_name: string;
        }[];
      };
      search_verbatims: {
        Args: {
          query?: string | null;
          in_status?: string | null;
          in_teams?: string[] | null;
          in_step?: string | null;
          in_channel?: string | null;
          in_sentiment?: string | null;
          since?: string | null;
          until?: string | null;
          before_day?: string | null;
          before_id?: string | null;
          after_day?: string | null;
          after_id?: string | null;
          at_most?: number;
        };
        Returns: {
          id: string;
          day: string;
          text: string | null;
          language: string;
          rating: number | null;
          rating_scale: '1-5' | '0-10' | '1-10' | '0-20' | '0-100' | null;
          channel: string | null;
          team_id: string | null;
          step_id: string | null;
          status: 'received' | 'held' | 'approved' | 'hidden' | 'erased';
          held_for: string[];
          sentiment: 'positive' | 'neutral' | 'negative' | null;
          confidence: number | null;
          reasons: Json;
          owner_team_id: string | null;
          answer: string | null;
        }[];
      };
      store_import_batch: {
        Args: {
          import: string;
          read_to: number;
          batch: Json;
          refusals: Json;
        };
        Returns: string | null;
      };
      store_verbatims: {
        Args: {
          source: string;
          batch: Json;
        };
        Returns: {
          stored: number;
          duplicates: number;
          held: number;
        }[];
      };
      verbatim_counts: {
        Args: {
          since: string;
          until: string;
          slice?: string;
          in_teams?: string[] | null;
          in_step?: string | null;
          in_channel?: string | null;
        };
        Returns: {
          grouped_by: string;
          starts_on: string | null;
          team_id: string | null;
          step_id: string | null;
          n: number;
          positive: number;
          neutral: number;
          negative: number;
          rated: number;
          rating_sum: number;
          rating_squares: number;
          nps_rated: number;
          promoters: number;
          detractors: number;
        }[];
      };
      verbatim_original: {
        Args: {
          verbatim: string;
        };
        Returns: string | null;
      };
      wall_changes: {
        Args: {
          since: string;
          at_most?: number;
        };
        Returns: {
          id: string;
          revision: number;
          changed_at: string;
          approved: boolean;
        }[];
      };
    };
    Enums: { [_ in never]: never };
    CompositeTypes: { [_ in never]: never };
  };
};
