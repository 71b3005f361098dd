// Written by src/cli/types.ts from supabase/migrations; a test tells when it is stale.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      answer_inbox: {
        Row: {
          question_id: string;
          team_id: string;
          value: number;
          wave_id: string;
        };
        Insert: {
          question_id: string;
          team_id: string;
          value: number;
          wave_id: string;
        };
        Update: {
          question_id?: string;
          team_id?: string;
          value?: number;
          wave_id?: string;
        };
        Relationships: [];
      };
      answer_links: {
        Row: {
          hash: string;
          person_id: string;
          wave_id: string;
        };
        Insert: {
          hash: string;
          person_id: string;
          wave_id: string;
        };
        Update: {
          hash?: string;
          person_id?: string;
          wave_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'answer_links_wave_id_person_id_fkey';
            columns: ['wave_id', 'person_id'];
            isOneToOne: false;
            referencedRelation: 'roster';
            referencedColumns: ['wave_id', 'person_id'];
          }
        ];
      };
      answers: {
        Row: {
          question_id: string;
          team_id: string;
          value: number;
          wave_id: string;
        };
        Insert: {
          question_id: string;
          team_id: string;
          value: number;
          wave_id: string;
        };
        Update: {
          question_id?: string;
          team_id?: string;
          value?: number;
          wave_id?: string;
        };
        Relationships: [];
      };
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
      cells: {
        Row: {
          distribution: number[] | null;
          n: number;
          question_id: string;
          team_id: string;
          total: number;
          wave_id: string;
        };
        Insert: {
          distribution?: number[] | null;
          n: number;
          question_id: string;
          team_id: string;
          total: number;
          wave_id: string;
        };
        Update: {
          distribution?: number[] | null;
          n?: number;
          question_id?: string;
          team_id?: string;
          total?: number;
          wave_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'cells_question_id_fkey';
            columns: ['question_id'];
            isOneToOne: false;
            referencedRelation: 'questions';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'cells_wave_id_team_id_fkey';
            columns: ['wave_id', 'team_id'];
            isOneToOne: false;
            referencedRelation: 'wave_teams';
            referencedColumns: ['wave_id', 'team_id'];
          }
        ];
      };
      closed_month_rollups: {
        Row: {
          detractors: number;
          month: string;
          negative: number;
          neutral: number;
          nps_rated: number;
          positive: number;
          promoters: number;
          rated: number;
          rating_squares: number;
          rating_sum: number;
          step_id: string | null;
          team_id: string | null;
          whole: boolean;
        };
        Insert: {
          detractors: number;
          month: string;
          negative: number;
          neutral: number;
          nps_rated: number;
          positive: number;
          promoters: number;
          rated: number;
          rating_squares: number;
          rating_sum: number;
          step_id?: string | null;
          team_id?: string | null;
          whole: boolean;
        };
        Update: {
          detractors?: number;
          month?: string;
          negative?: number;
          neutral?: number;
          nps_rated?: number;
          positive?: number;
          promoters?: number;
          rated?: number;
          rating_squares?: number;
          rating_sum?: number;
          step_id?: string | null;
          team_id?: string | null;
          whole?: boolean;
        };
        Relationships: [
          {
            foreignKeyName: 'closed_month_rollups_month_fkey';
            columns: ['month'];
            isOneToOne: false;
            referencedRelation: 'closed_months';
            referencedColumns: ['month'];
          },
          {
            foreignKeyName: 'closed_month_rollups_step_id_fkey';
            columns: ['step_id'];
            isOneToOne: false;
            referencedRelation: 'journey_steps';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'closed_month_rollups_team_id_fkey';
            columns: ['team_id'];
            isOneToOne: false;
            referencedRelation: 'teams';
            referencedColumns: ['id'];
          }
        ];
      };
      closed_months: {
        Row: {
          closed_at: string;
          month: string;
        };
        Insert: {
          closed_at?: string;
          month: string;
        };
        Update: {
          closed_at?: string;
          month?: string;
        };
        Relationships: [];
      };
      comment_inbox: {
        Row: {
          team_id: string;
          text: string;
          wave_id: string;
        };
        Insert: {
          team_id: string;
          text: string;
          wave_id: string;
        };
        Update: {
          team_id?: string;
          text?: string;
          wave_id?: string;
        };
        Relationships: [];
      };
      comment_moods: {
        Row: {
          negative: number;
          neutral: number;
          positive: number;
          team_id: string;
          wave_id: string;
        };
        Insert: {
          negative: number;
          neutral: number;
          positive: number;
          team_id: string;
          wave_id: string;
        };
        Update: {
          negative?: number;
          neutral?: number;
          positive?: number;
          team_id?: string;
          wave_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'comment_moods_wave_id_team_id_fkey';
            columns: ['wave_id', 'team_id'];
            isOneToOne: true;
            referencedRelation: 'wave_teams';
            referencedColumns: ['wave_id', 'team_id'];
          }
        ];
      };
      comments: {
        Row: {
          id: string;
          status: 'waiting' | 'released' | 'withheld';
          team_id: string;
          text: string;
          wave_id: string;
        };
        Insert: {
          id?: string;
          status?: 'waiting' | 'released' | 'withheld';
          team_id: string;
          text: string;
          wave_id: string;
        };
        Update: {
          id?: string;
          status?: 'waiting' | 'released' | 'withheld';
          team_id?: string;
          text?: string;
          wave_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'comments_wave_id_fkey';
            columns: ['wave_id'];
            isOneToOne: false;
            referencedRelation: 'waves';
            referencedColumns: ['id'];
          }
        ];
      };
      corrections: {
        Row: {
          at: string;
          before: Json;
          id: number;
          person_id: string | null;
          sentiment: 'positive' | 'neutral' | 'negative';
          text_hash: string | null;
          verbatim_id: string;
          was: 'positive' | 'neutral' | 'negative' | null;
        };
        Insert: {
          at?: string;
          before?: Json;
          id?: never;
          person_id?: string | null;
          sentiment: 'positive' | 'neutral' | 'negative';
          text_hash?: string | null;
          verbatim_id: string;
          was?: 'positive' | 'neutral' | 'negative' | null;
        };
        Update: {
          at?: string;
          before?: Json;
          id?: never;
          person_id?: string | null;
          sentiment?: 'positive' | 'neutral' | 'negative';
          text_hash?: string | null;
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
      events: {
        Row: {
          created_at: string;
          day: string;
          id: string;
          person_id: string | null;
          team_id: string;
          title: string;
        };
        Insert: {
          created_at?: string;
          day: string;
          id?: string;
          person_id?: string | null;
          team_id: string;
          title: string;
        };
        Update: {
          created_at?: string;
          day?: string;
          id?: string;
          person_id?: string | null;
          team_id?: string;
          title?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'events_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'events_team_id_fkey';
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
      leader_beliefs: {
        Row: {
          n: number;
          quarter: string;
          total: number;
        };
        Insert: {
          n: number;
          quarter: string;
          total: number;
        };
        Update: {
          n?: number;
          quarter?: string;
          total?: number;
        };
        Relationships: [];
      };
      leader_guesses: {
        Row: {
          person_id: string;
          quarter: string;
          value: number;
        };
        Insert: {
          person_id: string;
          quarter: string;
          value: number;
        };
        Update: {
          person_id?: string;
          quarter?: string;
          value?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'leader_guesses_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          }
        ];
      };
      participation: {
        Row: {
          percent: number;
          team_id: string;
          wave_id: string;
        };
        Insert: {
          percent: number;
          team_id: string;
          wave_id: string;
        };
        Update: {
          percent?: number;
          team_id?: string;
          wave_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'participation_wave_id_team_id_fkey';
            columns: ['wave_id', 'team_id'];
            isOneToOne: true;
            referencedRelation: 'wave_teams';
            referencedColumns: ['wave_id', 'team_id'];
          }
        ];
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
      pulse_rollups: {
        Row: {
          error_sum: number;
          n: number;
          questions: number;
          score_sum: number;
          team_id: string;
          wave_id: string;
        };
        Insert: {
          error_sum: number;
          n: number;
          questions: number;
          score_sum: number;
          team_id: string;
          wave_id: string;
        };
        Update: {
          error_sum?: number;
          n?: number;
          questions?: number;
          score_sum?: number;
          team_id?: string;
          wave_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'pulse_rollups_wave_id_team_id_fkey';
            columns: ['wave_id', 'team_id'];
            isOneToOne: true;
            referencedRelation: 'wave_teams';
            referencedColumns: ['wave_id', 'team_id'];
          }
        ];
      };
      questions: {
        Row: {
          battery: 'levers' | 'recommendation' | 'digital' | 'perception';
          created_at: string;
          id: string;
          lever: 'onboarding' | 'training' | 'culture' | 'autonomy' | 'quality_of_work_life' | 'tools' | null;
          position: number;
          retired_at: string | null;
          scale: 'agreement' | 'recommendation' | 'guess';
          slug: string;
          text_en: string;
          text_fr: string;
        };
        Insert: {
          battery: 'levers' | 'recommendation' | 'digital' | 'perception';
          created_at?: string;
          id?: string;
          lever?:
            'onboarding' | 'training' | 'culture' | 'autonomy' | 'quality_of_work_life' | 'tools' | null;
          position: number;
          retired_at?: string | null;
          scale: 'agreement' | 'recommendation' | 'guess';
          slug: string;
          text_en: string;
          text_fr: string;
        };
        Update: {
          battery?: 'levers' | 'recommendation' | 'digital' | 'perception';
          created_at?: string;
          id?: string;
          lever?:
            'onboarding' | 'training' | 'culture' | 'autonomy' | 'quality_of_work_life' | 'tools' | null;
          position?: number;
          retired_at?: string | null;
          scale?: 'agreement' | 'recommendation' | 'guess';
          slug?: string;
          text_en?: string;
          text_fr?: string;
        };
        Relationships: [];
      };
      retaggings: {
        Row: {
          changed: number;
          done: number;
          failure: string | null;
          finished_at: string | null;
          heard_of_at: string;
          id: number;
          last_id: string | null;
          requested_at: string;
          requested_by: string | null;
          status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
          total: number | null;
        };
        Insert: {
          changed?: number;
          done?: number;
          failure?: string | null;
          finished_at?: string | null;
          heard_of_at?: string;
          id?: never;
          last_id?: string | null;
          requested_at?: string;
          requested_by?: string | null;
          status?: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
          total?: number | null;
        };
        Update: {
          changed?: number;
          done?: number;
          failure?: string | null;
          finished_at?: string | null;
          heard_of_at?: string;
          id?: never;
          last_id?: string | null;
          requested_at?: string;
          requested_by?: string | null;
          status?: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
          total?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: 'retaggings_requested_by_fkey';
            columns: ['requested_by'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          }
        ];
      };
      roster: {
        Row: {
          invited_on: string | null;
          person_id: string;
          reminded_on: string | null;
          state: 'invited' | 'answered' | 'declined' | null;
          team_id: string;
          wave_id: string;
        };
        Insert: {
          invited_on?: string | null;
          person_id: string;
          reminded_on?: string | null;
          state?: 'invited' | 'answered' | 'declined' | null;
          team_id: string;
          wave_id: string;
        };
        Update: {
          invited_on?: string | null;
          person_id?: string;
          reminded_on?: string | null;
          state?: 'invited' | 'answered' | 'declined' | null;
          team_id?: string;
          wave_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'roster_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'roster_wave_id_fkey';
            columns: ['wave_id'];
            isOneToOne: false;
            referencedRelation: 'waves';
            referencedColumns: ['id'];
          }
        ];
      };
      screen_beats: {
        Row: {
          build: string;
          clock_offset: number;
          engine: string;
          heap: number | null;
          heard_at: string;
          painted_at: string | null;
          painted_id: string | null;
          painted_scene: string | null;
          pixel_ratio: number;
          screen_id: string;
          state:
            'live' | 'catching-up' | 'offline' | 'lease-over' | 'quiet' | 'curtain' | 'paused' | 'message';
          uptime: number;
          viewport_height: number;
          viewport_width: number;
        };
        Insert: {
          build: string;
          clock_offset: number;
          engine: string;
          heap?: number | null;
          heard_at: string;
          painted_at?: string | null;
          painted_id?: string | null;
          painted_scene?: string | null;
          pixel_ratio: number;
          screen_id: string;
          state:
            'live' | 'catching-up' | 'offline' | 'lease-over' | 'quiet' | 'curtain' | 'paused' | 'message';
          uptime: number;
          viewport_height: number;
          viewport_width: number;
        };
        Update: {
          build?: string;
          clock_offset?: number;
          engine?: string;
          heap?: number | null;
          heard_at?: string;
          painted_at?: string | null;
          painted_id?: string | null;
          painted_scene?: string | null;
          pixel_ratio?: number;
          screen_id?: string;
          state?:
            'live' | 'catching-up' | 'offline' | 'lease-over' | 'quiet' | 'curtain' | 'paused' | 'message';
          uptime?: number;
          viewport_height?: number;
          viewport_width?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'screen_beats_screen_id_fkey';
            columns: ['screen_id'];
            isOneToOne: true;
            referencedRelation: 'screens';
            referencedColumns: ['id'];
          }
        ];
      };
      screen_pairings: {
        Row: {
          address_hash: string;
          code: string;
          created_at: string;
          expires_at: string;
          screen_id: string | null;
          secret_hash: string;
        };
        Insert: {
          address_hash: string;
          code: string;
          created_at?: string;
          expires_at?: string;
          screen_id?: string | null;
          secret_hash: string;
        };
        Update: {
          address_hash?: string;
          code?: string;
          created_at?: string;
          expires_at?: string;
          screen_id?: string | null;
          secret_hash?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'screen_pairings_screen_id_fkey';
            columns: ['screen_id'];
            isOneToOne: false;
            referencedRelation: 'screens';
            referencedColumns: ['id'];
          }
        ];
      };
      screens: {
        Row: {
          changed_at: string;
          id: string;
          identify_at: string | null;
          name: string;
          paired_at: string;
          paired_by: string | null;
          paused: boolean;
          reload_at: string | null;
          revoked_at: string | null;
          settings: Json;
          token_hash: string | null;
        };
        Insert: {
          changed_at?: string;
          id?: string;
          identify_at?: string | null;
          name: string;
          paired_at?: string;
          paired_by?: string | null;
          paused?: boolean;
          reload_at?: string | null;
          revoked_at?: string | null;
          settings: Json;
          token_hash?: string | null;
        };
        Update: {
          changed_at?: string;
          id?: string;
          identify_at?: string | null;
          name?: string;
          paired_at?: string;
          paired_by?: string | null;
          paused?: boolean;
          reload_at?: string | null;
          revoked_at?: string | null;
          settings?: Json;
          token_hash?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'screens_paired_by_fkey';
            columns: ['paired_by'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          }
        ];
      };
      sentiment_choices: {
        Row: {
          at: string;
          id: number;
          model_id: number | null;
          person_id: string | null;
          pinned: boolean;
        };
        Insert: {
          at?: string;
          id?: never;
          model_id?: number | null;
          person_id?: string | null;
          pinned: boolean;
        };
        Update: {
          at?: string;
          id?: never;
          model_id?: number | null;
          person_id?: string | null;
          pinned?: boolean;
        };
        Relationships: [
          {
            foreignKeyName: 'sentiment_choices_model_id_fkey';
            columns: ['model_id'];
            isOneToOne: false;
            referencedRelation: 'sentiment_models';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'sentiment_choices_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          }
        ];
      };
      sentiment_models: {
        Row: {
          adopted: boolean;
          id: number;
          kept: boolean;
          made_at: string;
          packed: string | null;
          report: Json;
        };
        Insert: {
          adopted: boolean;
          id?: never;
          kept?: never;
          made_at?: string;
          packed?: string | null;
          report: Json;
        };
        Update: {
          adopted?: boolean;
          id?: never;
          kept?: never;
          made_at?: string;
          packed?: string | null;
          report?: Json;
        };
        Relationships: [];
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
      symmetry_targets: {
        Row: {
          cx: number;
          ex: number;
          id: string;
          person_id: string | null;
          set_at: string;
        };
        Insert: {
          cx: number;
          ex: number;
          id?: string;
          person_id?: string | null;
          set_at?: string;
        };
        Update: {
          cx?: number;
          ex?: number;
          id?: string;
          person_id?: string | null;
          set_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'symmetry_targets_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          }
        ];
      };
      team_actions: {
        Row: {
          created_at: string;
          decided_on: string;
          done_on: string | null;
          id: string;
          lever: 'onboarding' | 'training' | 'culture' | 'autonomy' | 'quality_of_work_life' | 'tools' | null;
          person_id: string | null;
          team_id: string;
          title: string;
        };
        Insert: {
          created_at?: string;
          decided_on?: string;
          done_on?: string | null;
          id?: string;
          lever?:
            'onboarding' | 'training' | 'culture' | 'autonomy' | 'quality_of_work_life' | 'tools' | null;
          person_id?: string | null;
          team_id: string;
          title: string;
        };
        Update: {
          created_at?: string;
          decided_on?: string;
          done_on?: string | null;
          id?: string;
          lever?:
            'onboarding' | 'training' | 'culture' | 'autonomy' | 'quality_of_work_life' | 'tools' | null;
          person_id?: string | null;
          team_id?: string;
          title?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'team_actions_person_id_fkey';
            columns: ['person_id'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'team_actions_team_id_fkey';
            columns: ['team_id'];
            isOneToOne: false;
            referencedRelation: 'teams';
            referencedColumns: ['id'];
          }
        ];
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
          rated_sentiment: 'positive' | 'neutral' | 'negative' | null;
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
          rated_sentiment?: never;
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
          rated_sentiment?: never;
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
      wall_control: {
        Row: {
          changed_at: string;
          curtain_by: string | null;
          curtain_since: string | null;
          id: boolean;
          lease_hours: number;
          message_en: string;
          message_fr: string;
          message_until: string | null;
        };
        Insert: {
          changed_at?: string;
          curtain_by?: string | null;
          curtain_since?: string | null;
          id?: boolean;
          lease_hours?: number;
          message_en?: string;
          message_fr?: string;
          message_until?: string | null;
        };
        Update: {
          changed_at?: string;
          curtain_by?: string | null;
          curtain_since?: string | null;
          id?: boolean;
          lease_hours?: number;
          message_en?: string;
          message_fr?: string;
          message_until?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'wall_control_curtain_by_fkey';
            columns: ['curtain_by'];
            isOneToOne: false;
            referencedRelation: 'people';
            referencedColumns: ['id'];
          }
        ];
      };
      wave_plans: {
        Row: {
          asks_perception: boolean;
          asks_recommendation: boolean;
          audience: string[] | null;
          battery: 'levers' | 'digital';
          cadence: 'weekly' | 'fortnightly' | 'monthly' | 'bimonthly' | 'quarterly';
          created_at: string;
          id: string;
          k_distribution: number;
          k_score: number;
          name: string;
          next_on: string;
          open_days: number;
          paused: boolean;
          questions_per_wave: number;
          reminds: boolean;
          starts_on: string | null;
        };
        Insert: {
          asks_perception?: boolean;
          asks_recommendation?: boolean;
          audience?: string[] | null;
          battery?: 'levers' | 'digital';
          cadence: 'weekly' | 'fortnightly' | 'monthly' | 'bimonthly' | 'quarterly';
          created_at?: string;
          id?: string;
          k_distribution?: number;
          k_score?: number;
          name: string;
          next_on: string;
          open_days?: number;
          paused?: boolean;
          questions_per_wave?: number;
          reminds?: boolean;
          starts_on?: string | null;
        };
        Update: {
          asks_perception?: boolean;
          asks_recommendation?: boolean;
          audience?: string[] | null;
          battery?: 'levers' | 'digital';
          cadence?: 'weekly' | 'fortnightly' | 'monthly' | 'bimonthly' | 'quarterly';
          created_at?: string;
          id?: string;
          k_distribution?: number;
          k_score?: number;
          name?: string;
          next_on?: string;
          open_days?: number;
          paused?: boolean;
          questions_per_wave?: number;
          reminds?: boolean;
          starts_on?: string | null;
        };
        Relationships: [];
      };
      wave_questions: {
        Row: {
          position: number;
          question_id: string;
          wave_id: string;
        };
        Insert: {
          position: number;
          question_id: string;
          wave_id: string;
        };
        Update: {
          position?: number;
          question_id?: string;
          wave_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'wave_questions_question_id_fkey';
            columns: ['question_id'];
            isOneToOne: false;
            referencedRelation: 'questions';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'wave_questions_wave_id_fkey';
            columns: ['wave_id'];
            isOneToOne: false;
            referencedRelation: 'waves';
            referencedColumns: ['id'];
          }
        ];
      };
      wave_teams: {
        Row: {
          name: string;
          parent_id: string | null;
          team_id: string;
          wave_id: string;
        };
        Insert: {
          name: string;
          parent_id?: string | null;
          team_id: string;
          wave_id: string;
        };
        Update: {
          name?: string;
          parent_id?: string | null;
          team_id?: string;
          wave_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'wave_teams_wave_id_fkey';
            columns: ['wave_id'];
            isOneToOne: false;
            referencedRelation: 'waves';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'wave_teams_wave_id_parent_id_fkey';
            columns: ['wave_id', 'parent_id'];
            isOneToOne: false;
            referencedRelation: 'wave_teams';
            referencedColumns: ['wave_id', 'team_id'];
          }
        ];
      };
      waves: {
        Row: {
          audience: string[] | null;
          closes_at: string;
          created_at: string;
          id: string;
          k_distribution: number;
          k_score: number;
          name: string;
          opens_at: string;
          plan_id: string | null;
          published_at: string | null;
          reminds: boolean;
          status: 'planned' | 'open' | 'closed' | 'published' | 'cancelled';
        };
        Insert: {
          audience?: string[] | null;
          closes_at: string;
          created_at?: string;
          id?: string;
          k_distribution?: number;
          k_score?: number;
          name: string;
          opens_at: string;
          plan_id?: string | null;
          published_at?: string | null;
          reminds?: boolean;
          status?: 'planned' | 'open' | 'closed' | 'published' | 'cancelled';
        };
        Update: {
          audience?: string[] | null;
          closes_at?: string;
          created_at?: string;
          id?: string;
          k_distribution?: number;
          k_score?: number;
          name?: string;
          opens_at?: string;
          plan_id?: string | null;
          published_at?: string | null;
          reminds?: boolean;
          status?: 'planned' | 'open' | 'closed' | 'published' | 'cancelled';
        };
        Relationships: [
          {
            foreignKeyName: 'waves_plan_id_fkey';
            columns: ['plan_id'];
            isOneToOne: false;
            referencedRelation: 'wave_plans';
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
          step_id: string | null;
          team: string | null;
          team_id: string | null;
          text: string;
        };
        Relationships: [];
      };
    };
    Functions: {
      answer_by_link: {
        Args: {
          link: string;
          answers: Json;
          comment?: string | null;
        };
        Returns: string;
      };
      answer_verbatim: {
        Args: {
          verbatim: string;
          owner_team: string | null;
          what_we_did: string | null;
        };
        Returns: undefined;
      };
      answer_wave: {
        Args: {
          wave: string;
          answers: Json;
          comment?: string | null;
        };
        Returns: string;
      };
      approve_verbatim: {
        Args: {
          verbatim: string;
        };
        Returns: undefined;
      };
      begin_pairing: {
        Args: {
          code: string;
          secret_hash: string;
          address_hash: string;
        };
        Returns: string | null;
      };
      begin_sign_in: {
        Args: {
          of_account: string;
          from_address: string;
        };
        Returns: number | null;
      };
      cancel_retagging: {
        Args: {
          retagging: number;
        };
        Returns: undefined;
      };
      cancel_wave: {
        Args: {
          wave: string;
        };
        Returns: undefined;
      };
      choose_sentiment_model: {
        Args: {
          model: number | null;
          pin: boolean;
        };
        Returns: undefined;
      };
      claim_pairing: {
        Args: {
          secret_hash: string;
          token_hash: string;
        };
        Returns: string | null;
      };
      clear_message: { Args: never; Returns: undefined };
      close_guesses: {
        Args: {
          at?: string;
        };
        Returns: undefined;
      };
      close_month: {
        Args: {
          month: string;
          at?: string;
        };
        Returns: boolean;
      };
      close_wave: {
        Args: {
          wave: string;
          at?: string;
        };
        Returns: undefined;
      };
      closed_wave: {
        Args: {
          wave: string;
        };
        Returns: Json | null;
      };
      command_screen: {
        Args: {
          screen: string | null;
          command: string;
        };
        Returns: undefined;
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
      curtain: {
        Args: never;
        Returns: {
          since: string | null;
          by_name: string | null;
        }[];
      };
      customers_in_quarter: {
        Args: {
          quarter: string;
        };
        Returns: {
          positive: number;
          neutral: number;
          negative: number;
          rated: number;
          rating_sum: number;
          rating_squares: number;
        }[];
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
      hasten_job: {
        Args: {
          job: string;
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
      late_verbatims: {
        Args: {
          since?: string;
          until?: string;
        };
        Returns: {
          month: string;
          closed_at: string;
          came: number;
          went: number;
        }[];
      };
      launch_wave: {
        Args: {
          wave: string;
          at?: string;
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
      my_waves: {
        Args: never;
        Returns: {
          wave_id: string;
          state: 'invited' | 'answered' | 'declined';
        }[];
      };
      note_beats: {
        Args: {
          told: Json;
        };
        Returns: undefined;
      };
      note_links_handed_out: {
        Args: {
          wave: string;
        };
        Returns: undefined;
      };
      note_messages: {
        Args: {
          wave: string;
          occasion: string;
          people: string[];
          at?: string;
        };
        Returns: undefined;
      };
      open_link: {
        Args: {
          link: string;
        };
        Returns: {
          wave_id: string;
          state: 'invited' | 'answered' | 'declined';
        }[];
      };
      pair_screen: {
        Args: {
          code: string;
          name: string;
          settings: Json;
        };
        Returns: string | null;
      };
      pairing_state: {
        Args: {
          secret_hash: string;
        };
        Returns: Json | null;
      };
      publish_wave: {
        Args: {
          wave: string;
          publication: Json;
          at?: string;
        };
        Returns: undefined;
      };
      recount_months: {
        Args: {
          months: string[];
        };
        Returns: number;
      };
      release_comment: {
        Args: {
          comment: string;
          edited?: string | null;
        };
        Returns: undefined;
      };
      request_retagging: { Args: never; Returns: number };
      revoke_screen: {
        Args: {
          screen: string;
        };
        Returns: undefined;
      };
      say_to_all: {
        Args: {
          fr: string;
          en: string;
          minutes: number;
        };
        Returns: undefined;
      };
      screen_states: {
        Args: {
          since: string | null;
        };
        Returns: Json;
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
      sentiment_lessons: {
        Args: {
          before_day: string | null;
          before_id: string | null;
          size: number;
        };
        Returns: Json;
      };
      sentiment_material: {
        Args: {
          since?: string;
        };
        Returns: {
          rated: number;
          corrected: number;
        }[];
      };
      set_curtain: {
        Args: {
          raised: boolean;
        };
        Returns: undefined;
      };
      set_lease: {
        Args: {
          hours: number;
        };
        Returns: undefined;
      };
      set_screen: {
        Args: {
          screen: string;
          name: string;
          settings: Json;
        };
        Returns: undefined;
      };
      store_answer_links: {
        Args: {
          wave: string;
          batch: Json;
        };
        Returns: undefined;
      };
      store_answers: {
        Args: {
          wave: string;
          batch: Json;
          at?: string;
        };
        Returns: {
          outcome: string;
          n: number;
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
      store_sentiment_model: {
        Args: {
          packed: string;
          report: Json;
          adopted: boolean;
        };
        Returns: number;
      };
      store_tags: {
        Args: {
          retagging: number;
          read_to: string;
          read: number;
          batch: Json;
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
      symmetry_months: {
        Args: {
          since: string;
          until: string;
          in_teams?: string[] | null;
          in_step?: string | null;
          zone?: string;
        };
        Returns: Json;
      };
      take_back_correction: {
        Args: {
          verbatim: string;
        };
        Returns: undefined;
      };
      texts_to_retag: {
        Args: {
          after: string | null;
          size: number;
        };
        Returns: Json;
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
      wave_recipients: {
        Args: {
          wave: string;
          occasion: string;
          after?: string | null;
          at_most?: number;
          at?: string;
        };
        Returns: {
          person_id: string;
          full_name: string;
          email: string;
        }[];
      };
      withhold_comment: {
        Args: {
          comment: string;
        };
        Returns: undefined;
      };
    };
    Enums: { [_ in never]: never };
    CompositeTypes: { [_ in never]: never };
  };
};
